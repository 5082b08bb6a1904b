import { type ApplicationSummary } from '#lib/domain/application/summary.ts';
import { type SimDevice } from './sim-device.ts';
import { type World } from './world.ts';

const HOLDERS = /^(window|collection|transit|chancery|head|executor|archive|unknown)\/|^applicant$/;

/**
 * At any time each paper has exactly one holder, as a device knows it: one place of the packet, one of the result once there is
 * one, and the counters tell each application once.
 */
export async function holdersThatAreNotOne(device: SimDevice): Promise<string[]> {
	const { rows, counters } = await device.journal.read(async (reader) => ({
		rows: await reader.applications(await reader.applicationNumbers()),
		counters: await reader.counters()
	}));
	const wrong = rows.flatMap((row) => notOne(row).map((what) => `${device.name}: ${row.number} ${what}`));
	const counted = [...counters.values()].reduce((sum, count) => sum + count, 0);
	if (counted !== rows.length) wrong.push(`${device.name} counts ${counted} places for ${rows.length} applications`);
	return wrong;
}

function notOne({ keys, packetAt, resultAt, place }: ApplicationSummary): string[] {
	const at = keys.filter((key) => key.startsWith('at:'));
	const packets = at.filter((key) => !key.startsWith('at:result/'));
	const results = at.filter((key) => key.startsWith('at:result/'));
	const wrong: string[] = [];
	if (packets.length !== 1 || packets[0] !== `at:${packetAt}`) wrong.push(`has its packet at ${packets.join(' and ')}`);
	if (results.length !== (resultAt === null ? 0 : 1)) wrong.push(`has its result at ${results.join(' and ')}`);
	if (!HOLDERS.test(packetAt)) wrong.push(`has its packet with nobody: ${packetAt}`);
	if (place.split('|').length !== 4) wrong.push(`is counted as ${place}`);
	return wrong;
}

/**
 * Registers to the body and back are the same at both ends, whoever made them and whoever checked them. A number that two copies
 * of a store gave twice (S20) is two registers.
 */
export async function registersThatDiffer(world: World): Promise<string[]> {
	const wrong: string[] = [];
	const seen = new Map<string, string>();
	let both = new Set<string>();
	for (const { name, place, journal } of world.readers) {
		const views = await journal.read(async (reader) => reader.registers(await reader.registerNumbers()));
		for (const view of views) {
			if (!view.known || (view.from !== place.org && view.to !== place.org)) continue;
			both = both.add(view.kind);
			const here = JSON.stringify(view);
			const register = `${view.number} ${view.fact}`;
			const there = seen.get(register) ?? here;
			if (here !== there) wrong.push(`${name} shows the register ${view.number} as ${here}, another as ${there}`);
			seen.set(register, there);
		}
	}
	world.registerKinds = both;
	return wrong;
}
