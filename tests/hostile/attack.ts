import { createChance } from './chance.ts';
import { JOURNAL } from './examples.ts';
import { type Guise, hostile } from './generate.ts';
import { send } from './send.ts';
import type { Victim } from './victim.ts';

export type Attack = {
	sent: number;
	/** How many answers of each status; 0 is a connection that was ended. */
	statuses: Record<string, number>;
	slowestMs: number;
	/** How many times slower than promised this machine may be: it does other work meanwhile. */
	allowance: number;
	/** Requests that did what none may do, with their seed. */
	faults: string[];
	memoryMiB: { before: number; highest: number };
};

const AT_ONCE = 12;
const PROMISED_MS = 2000;
/** What an answer takes on a machine that has nothing else to do, and one to a password. */
const QUIET_MS = 25;
const QUIET_PASSWORD_MS = 200;

/** Sends so many hostile requests, a few at a time, and looks at every answer. */
export async function attack(victim: Victim, { requests, seed }: { requests: number; seed: number }): Promise<Attack> {
	const guise = await signedIn(victim.origin);
	const before = victim.memoryMiB();
	const result: Attack = {
		...{ sent: 0, statuses: {}, slowestMs: 0, allowance: await allowance(victim.origin), faults: [] },
		memoryMiB: { before, highest: before }
	};
	const one = async (place: number): Promise<void> => {
		const made = hostile(createChance(seed + place), guise);
		const { status, ms } = await send(victim.port, made);
		const name = `seed ${seed + place}, ${status} after ${Math.round(ms ?? -1)} ms: ${made.what}`;
		result.statuses[status] = (result.statuses[status] ?? 0) + 1;
		if (status >= 500) result.faults.push(name);
		if (made.isWhole && (ms === null || ms > PROMISED_MS * result.allowance)) result.faults.push(`late: ${name}`);
		if (made.isWhole) result.slowestMs = Math.max(result.slowestMs, ms ?? Infinity);
		result.sent += 1;
		if (result.sent % 50 === 0) result.memoryMiB.highest = Math.max(result.memoryMiB.highest, victim.memoryMiB());
	};
	let next = 0;
	const worker = async (): Promise<void> => {
		while (next < requests && victim.isAlive()) await one(next++);
	};
	await Promise.all(Array.from({ length: AT_ONCE }, worker));
	if (!victim.isAlive())
		result.faults.push(`The server ended after ${result.sent} requests: ${victim.said().slice(-2000)}`);
	else if (!(await fetch(`${victim.origin}/api/health`)).ok) result.faults.push('The server is not well afterwards');
	return result;
}

/** A session of an inspector and the token of a device, as a colleague has them who means harm. */
async function signedIn(origin: string): Promise<Guise> {
	const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
		fetch(`${origin}${path}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json', ...headers },
			body: JSON.stringify(body)
		});
	const session = await post('/api/session', { number: '105', password: 'tereze-105' });
	const cookie = session.headers
		.getSetCookie()
		.map((each) => each.split(';')[0])
		.join('; ');
	const place = { org: 'center-04', kind: 'control' };
	const device = await post('/api/devices', { journal: JOURNAL, place }, { cookie });
	if (!device.ok) throw new Error(`Nobody could be enrolled: ${await device.text()}`);
	const { token } = (await device.json()) as { token: string };
	return { cookie, device: `Device ${token}` };
}

/** The dearest answer of all is to a password. */
async function allowance(origin: string): Promise<number> {
	const wrong = {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: '{"number":"999","password":"x"}'
	};
	const health = await medianOf(20, () => fetch(`${origin}/api/health`));
	const password = await medianOf(3, () => fetch(`${origin}/api/session`, wrong));
	return Math.max(1, health / QUIET_MS, password / QUIET_PASSWORD_MS);
}

async function medianOf(turns: number, ask: () => Promise<Response>): Promise<number> {
	const times: number[] = [];
	for (let turn = 0; turn < turns; turn += 1) {
		const from = performance.now();
		await (await ask()).text();
		times.push(performance.now() - from);
	}
	return times.toSorted((a, b) => a - b)[Math.floor(turns / 2)]!;
}

/** A few lines for the terminal. */
export function attackReport({ sent, statuses, slowestMs, allowance, memoryMiB, faults }: Attack): string {
	const counts = Object.entries(statuses).map(([status, count]) => `${status === '0' ? 'ended' : status}: ${count}`);
	return [
		`${sent} hostile requests; ${counts.join(', ')}`,
		`slowest answer ${Math.round(slowestMs)} ms (promised 2000 × ${allowance.toFixed(1)})`,
		`memory ${memoryMiB.before} MiB before, ${memoryMiB.highest} MiB at most`,
		...faults.slice(0, 20)
	].join('\n');
}
