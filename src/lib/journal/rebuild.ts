import { type ApplicationRow, type DeviceStore, type StoredRegister } from './device-store.ts';
import { collectLawFacts } from './law-facts-kept.ts';
import { type Projection } from './projection.ts';
import { projectRegisters, refoldNumbers } from './refold.ts';

export type Progress = { done: number; total: number };

const CHUNK = 500;

/**
 * Deletes rows and counters and folds them again from the facts, in pieces so that other transactions get in between. After a crash
 * it continues where it stopped.
 */
export async function rebuild<A extends ApplicationRow, R extends StoredRegister>(
	store: DeviceStore<A, R>,
	projection: Projection<A, R>,
	onProgress: (progress: Progress) => void
): Promise<void> {
	const version = projection.projectionVersion;
	const numbers = await store.write(async (writer) => {
		const state = await writer.meta('projection');
		const continues = state?.version === version && state.rebuiltThrough !== null;
		const from = continues ? (state.rebuiltThrough ?? '') : '';
		// From the beginning: all facts are folded, also those of lagging rows.
		if (!continues || from === '') await Promise.all([writer.clearProjections(), writer.setMeta('lagging', [])]);
		await collectLawFacts(writer);
		await writer.setMeta('projection', { version, rebuiltThrough: from });
		return (await writer.applicationNumbers()).filter((number) => number > from);
	});
	for (let done = 0; done < numbers.length; done += CHUNK) {
		onProgress({ done, total: numbers.length });
		const chunk = numbers.slice(done, done + CHUNK);
		await store.write(async (writer) => {
			await refoldNumbers(writer, chunk, projection);
			await writer.setMeta('projection', { version, rebuiltThrough: chunk.at(-1) ?? '' });
		});
	}
	await store.write(async (writer) => {
		await projectRegisters(writer, await writer.registerNumbers(), projection);
		await writer.setMeta('projection', { version, rebuiltThrough: null });
	});
	onProgress({ done: numbers.length, total: numbers.length });
}
