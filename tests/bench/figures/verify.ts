import { generateKeyPairSync, sign } from 'node:crypto';
import { statSync } from 'node:fs';
import { isSignedByKey } from '#lib/server/registry/signed-by-key.ts';
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
	const bytes = Math.round(statSync(database).size / facts);
	return [
		{
			name: 'verify-journal proves a database',
			value: perSecond,
			unit: 'facts/s',
			conditions: `${facts} chained facts with their personal parts, applications and two entries of streams each, ${bytes} bytes a fact, on one core, median of ${TIMES} runs; with the start of the process and SQLite's own check of the file before it ${(median(wholes) / 1000).toFixed(1)} s`,
			aim: `${AIM.toLocaleString('en')} facts/s`,
			met: perSecond >= AIM,
			beside: { speeds, wholeMs: median(wholes) }
		},
		signatures(workshop.amount(10_000))
	];
}

/** A signature for each push: of a journal the highest is kept, and the verifier proves that one. */
function signatures(count: number): Figure {
	const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
	const spki = publicKey.export({ type: 'spki', format: 'der' }).toString('base64url');
	const key = { key: privateKey, dsaEncoding: 'ieee-p1363' } as const;
	const said = Array.from({ length: count }, (_, nr) => Buffer.from(`place ${nr}`));
	const signed = said.map((bytes) => sign('sha256', bytes, key).toString('base64url'));
	const from = performance.now();
	const proven = said.filter((bytes, nr) => isSignedByKey(spki, bytes, signed[nr]!)).length;
	const ms = performance.now() - from;
	assertEqual('Signatures that were proven', proven, count);
	return {
		name: '  signatures alone',
		value: (count / ms) * 1000,
		unit: 'per second',
		conditions: `${count} signatures of P-256 by one key, on one core`,
		aim: '',
		met: null,
		beside: { ms }
	};
}
