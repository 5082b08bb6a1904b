import { type OrgId } from '#lib/domain/fact/ids.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { daysOf } from '../facts/written-facts.ts';
import { pieces } from '../facts/work-of-a-day.ts';
import { batchOf, DeviceClient, type DeviceOnServer } from './device-client.ts';

/** What the driver asks of this process; the answer is one line of JSON. */
export type ClientTask =
	| { kind: 'raw'; base: string; device: DeviceOnServer; facts: number }
	| { kind: 'days'; base: string; center: DeviceOnServer; body: DeviceOnServer; facts: number; visitsADay: number }
	| { kind: 'many'; base: string; devices: DeviceOnServer[]; batch: number; batches: number };
export type ClientAnswer = { ms: number; facts: number; applications: number };

const PUSHED = 500;
const BODY = 'body-15' as OrgId;

/** The Center's own facts of so many visits and registers, in one journal. */
function centerFacts({ journal, org }: DeviceOnServer, facts: number, device: number): StoredFact[] {
	const days = daysOf({ center: journal, body: 'nobody' }, { center: org as OrgId, body: BODY }, 200, device);
	const made: StoredFact[] = [];
	while (made.length < facts) made.push(...(days.next().value as { center: StoredFact[] }).center);
	return made.slice(0, facts);
}

const countApplications = (facts: readonly StoredFact[]) => facts.filter(({ type }) => type === 'accepted').length;

/** One device that posts its batches one after the other as fast as the server takes them. */
async function raw({ base, device, facts }: Extract<ClientTask, { kind: 'raw' }>): Promise<ClientAnswer> {
	const made = centerFacts(device, facts, 20_000 + (process.pid % 10_000));
	const batches = pieces(made, PUSHED).map(batchOf);
	const client = await DeviceClient.start(base, device);
	await client.catchUp();
	const from = performance.now();
	for (const batch of batches) await client.post(batch);
	const ms = performance.now() - from;
	client.close();
	return { ms, facts: made.length, applications: countApplications(made) };
}

/** Fills the server with the days of a Center and its body, in the order in which they happened. */
async function days(task: Extract<ClientTask, { kind: 'days' }>): Promise<ClientAnswer> {
	const { base, center, body, facts, visitsADay } = task;
	const orgs = { center: center.org as OrgId, body: body.org as OrgId };
	const clients = { center: await DeviceClient.start(base, center), body: await DeviceClient.start(base, body) };
	let sent = 0;
	let applications = 0;
	const from = performance.now();
	for (const day of daysOf({ center: center.journal, body: body.journal }, orgs, visitsADay, 30_000)) {
		for (const who of ['center', 'body'] as const)
			for (const piece of pieces(day[who], PUSHED)) await clients[who].post(batchOf(piece));
		sent += day.center.length + day.body.length;
		applications += visitsADay;
		if (sent >= facts) break;
	}
	const ms = performance.now() - from;
	clients.center.close();
	clients.body.close();
	return { ms, facts: sent, applications };
}

/** Many devices at once, each with its own journal and connection; all bodies are made beforehand. */
async function many({ base, devices, batch, batches }: Extract<ClientTask, { kind: 'many' }>): Promise<ClientAnswer> {
	const work = await Promise.all(
		devices.map(async (device, nr) => {
			const facts = centerFacts(device, batch * batches, 40_000 + nr * 2);
			const client = await DeviceClient.start(base, device);
			return { client, facts, batches: pieces(facts, batch).map(batchOf) };
		})
	);
	await Promise.all(work.map(({ client }) => client.catchUp()));
	const from = performance.now();
	await Promise.all(
		work.map(async ({ client, batches: own }) => {
			for (const each of own) await client.post(each);
		})
	);
	const ms = performance.now() - from;
	for (const { client } of work) client.close();
	const applications = work.reduce((sum, { facts }) => sum + countApplications(facts), 0);
	return { ms, facts: work.reduce((sum, { facts }) => sum + facts.length, 0), applications };
}

const task = JSON.parse(process.argv[2] ?? '{}') as ClientTask;
const answer = task.kind === 'raw' ? await raw(task) : task.kind === 'days' ? await days(task) : await many(task);
process.stdout.write(`${JSON.stringify(answer)}\n`);
