import { assertEqual } from '../devices.ts';
import { type Figure, quantile } from '../report.ts';
import type { Engine, Workshop } from '../workshop.ts';

const TIMES = 200;
const WARM_UP = 10;
/** What is searched for is in no address: with a body it is posted. */
type Question = { path: string; body?: object };
/** Milliseconds at p50, by what a question's name begins with. */
const AIMS: readonly [string, number][] = [
	['control', 20],
	['search', 30],
	['ledger', 40]
];
const HEAD = { number: '202', password: 'tereze-202' };
const SERVICES = ['child-benefit-under-18', 'local-social-aid', 'targeted-social-assistance', 'disabled-wheelchair'];

/** The reports of one body whose year is on the server, asked for one after another by its head, on both engines. */
export const measureReports = async (workshop: Workshop): Promise<Figure[]> => [
	...(await measureOn(workshop, 'SQLite')),
	...(await measureOn(workshop, 'PostgreSQL'))
];

async function measureOn(workshop: Workshop, engine: Engine): Promise<Figure[]> {
	const applications = workshop.amount(1_000_000);
	const server = await workshop.startServer(engine);
	workshop.say(`  filling ${engine} with ${applications} applications`);
	const now = Date.now();
	const { running, samples, ms } = await workshop.fillReports({ database: server.database, applications, now });
	workshop.say(`  filled in ${(ms / 1000).toFixed(0)} s, in work: ${running}`);
	const ask = await asker(server.base);
	const { picture } = (await ask({ path: 'control' })) as { picture: { total: { total: number } } };
	assertEqual('Applications in the control room', picture.total.total, running);

	const monthOf = (ago: number) => new Date(now - ago * 30 * 86_400_000).toISOString().slice(0, 7);
	const sample = (turn: number) => samples[turn % samples.length]!;
	const search = (q: string): Question => ({ path: 'search', body: { q } });
	const words = (name: string) => name.split(' ');
	const questions: Record<string, (turn: number) => Question> = {
		'control room': () => ({ path: 'control' }),
		'search by the last 6 digits': (turn) => search(sample(turn).number.slice(-6)),
		'search by IIN': (turn) => search(sample(turn).iin),
		'search by surname and name': (turn) => search(words(sample(turn).name).slice(0, 2).join(' ')),
		'search by the first 3 letters of a surname': (turn) => search(sample(turn).name.slice(0, 3)),
		'ledger of a month': (turn) => ({
			path: `ledger?regulation=${SERVICES[turn % SERVICES.length]}&month=${monthOf(1 + (turn % 11))}`
		})
	};
	const figures: Figure[] = [];
	for (const [name, question] of Object.entries(questions)) {
		for (let turn = 0; turn < WARM_UP; turn += 1) await ask(question(turn));
		const times: number[] = [];
		const rows: number[] = [];
		for (let turn = 0; turn < TIMES; turn += 1) {
			const from = performance.now();
			rows.push(rowsOf(await ask(question(turn))));
			times.push(performance.now() - from);
		}
		if (Math.min(...rows) === 0 && name !== 'ledger of a month') throw new Error(`${name}: nothing was found`);
		const [p50, p95] = [quantile(times, 0.5), quantile(times, 0.95)];
		const aim = AIMS.find(([begins]) => name.startsWith(begins))![1];
		figures.push({
			name: `${name} on ${engine}, p50`,
			value: p50,
			unit: 'ms',
			conditions: `p95 ${p95.toFixed(1)} ms; ${TIMES} questions over HTTP one after another, ${applications} applications of one body over a year, ${running} of them in work, rows in an answer: ${quantile(rows, 0.5)}, at most ${Math.max(...rows)}; rows of the projection only, their facts are not in the database`,
			aim: `${aim} ms`,
			met: p50 <= aim,
			beside: { p95, max: Math.max(...times) }
		});
	}
	await server.stop();
	return figures;
}

const rowsOf = (answer: unknown): number => {
	const { hits, rows, urgent } = answer as { hits?: unknown[]; rows?: unknown[]; urgent?: unknown[] };
	return (hits ?? rows ?? urgent ?? []).length;
};

/** Signs the head in and gives a function that asks for a report. */
async function asker(base: string): Promise<(question: Question) => Promise<unknown>> {
	const signedIn = await fetch(`${base}/api/session`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(HEAD)
	});
	const cookie = signedIn.headers.get('set-cookie')?.split(';')[0];
	if (!cookie) throw new Error(`The head cannot sign in: ${await signedIn.text()}`);
	return async ({ path, body }) => {
		const asked = body ? { method: 'POST', body: JSON.stringify(body) } : {};
		const headers = { cookie, 'content-type': 'application/json', origin: base };
		const answer = await fetch(`${base}/api/reports/${path}`, { ...asked, headers });
		if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
		return answer.json();
	};
}
