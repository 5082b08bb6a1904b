import { assertEqual } from '../devices.ts';
import { type Figure, median } from '../report.ts';
import type { Workshop } from '../workshop.ts';

const TIMES = 3;
const AIM = 100_000;

/** The proof of a whole database that 21 Centers and their body filled through the receiver, each run in a process of its own. */
export async function measureVerify(workshop: Workshop): Promise<Figure[]> {
	const { database, facts } = await workshop.fillFacts(workshop.amount(200_000));
	const speeds: number[] = [];
	const wholes: number[] = [];
	for (let time = 0; time < TIMES; time += 1) {
		const from = performance.now();
		const proof = await workshop.verify(database);
		wholes.push(performance.now() - from);
		assertEqual('Facts that were proven', proof.facts, facts);
		assertEqual('Places that do not fit', proof.found, 0);
		speeds.push((proof.facts / proof.ms) * 1000);
	}
	const perSecond = median(speeds);
	return [
		{
			name: 'verify-journal proves a database',
			value: perSecond,
			unit: 'facts/s',
			conditions: `${facts} chained facts with their personal parts, applications and two entries of streams each, on one core, median of ${TIMES} runs; with the start of the process and SQLite's own check of the file before it ${(median(wholes) / 1000).toFixed(1)} s`,
			aim: `${AIM.toLocaleString('en')} facts/s`,
			met: perSecond >= AIM,
			beside: { speeds, wholeMs: median(wholes) }
		}
	];
}
