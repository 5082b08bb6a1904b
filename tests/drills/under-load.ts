import { setTimeout as wait } from 'node:timers/promises';
import { type DatabasePlace } from '#lib/server/store/engine.ts';
import { mulberry32 } from '#tests/support/mulberry32.ts';
import { compare } from './compare.ts';
import { type Drilled } from './drilled.ts';
import { LoadingDevice } from './loading-device.ts';

/** `faults`: how often something is made to fail. `port`: the first of those that the servers listen at. */
export type LoadOptions = { faults: number; devices: number; seed: number; port: number };

type Load = {
	drill: string;
	/** Addresses that the devices send to in turn. */
	bases: readonly string[];
	place: DatabasePlace;
	options: LoadOptions;
	/** Makes something fail, and puts it right. */
	fail: (fault: number, random: () => number, load: readonly LoadingDevice[]) => Promise<void>;
	/** Called whenever a device has got something acknowledged. */
	acknowledged?: () => void;
	/** What else should not have been, when all is acknowledged. */
	check?: () => Promise<string[]>;
};

const BETWEEN_MS = { least: 300, more: 900 };

/** Devices record and send without a pause while things fail; then each acknowledged fact is there once, and was delivered once. */
export async function underLoad({
	drill,
	bases,
	place,
	options,
	fail,
	acknowledged: noted,
	check
}: Load): Promise<Drilled> {
	const { faults, devices, seed } = options;
	const from = performance.now();
	const random = mulberry32(seed);
	let turn = 0;
	let serial = 0;
	const next = () => bases[(turn += 1) % bases.length]!;
	const load: LoadingDevice[] = [];
	for (let nr = 0; nr < devices; nr += 1) load.push(await LoadingDevice.enrol(next(), next, () => (serial += 1)));
	let isOver = false;
	const working = Promise.all(load.map((device) => device.work(() => isOver, noted)));
	// Awaited when the faults are over; until then it is no fault of the process.
	working.catch(() => undefined);
	for (let fault = 0; fault < faults; fault += 1) {
		await wait(BETWEEN_MS.least + random() * BETWEEN_MS.more);
		await fail(fault, random, load);
	}
	await wait(BETWEEN_MS.least);
	isOver = true;
	await working;
	const failures = (await check?.()) ?? [];
	const acknowledged = load.flatMap((device) => device.acknowledged);
	const unanswered = load.reduce((sum, device) => sum + device.unanswered, 0);
	const longest = Math.round(Math.max(...load.map(({ longestGap }) => longestGap)));
	const notes = [`${unanswered} requests without an answer`, `longest time without an answer ${longest} ms`];
	const journals = load.map(({ journal }) => journal);
	const compared = await compare(place, acknowledged, journals);
	const seconds = Math.round((performance.now() - from) / 1000);
	return { drill, runs: faults, acknowledged: acknowledged.length, ...compared, failures, seconds, notes };
}
