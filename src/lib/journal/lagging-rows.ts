import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import {
	type ApplicationRow,
	type DeviceReader,
	type DeviceStore,
	type DeviceWriter,
	type StoredRegister
} from './device-store.ts';
import { keepLawFacts } from './law-facts-kept.ts';
import { type Projection } from './projection.ts';
import { projectRegisters, refoldNumbers, reachedByClockChecks, type Refolded } from './refold.ts';
import { registersOf } from './registers-of.ts';

/** Applications per transaction: the longest that an act at the window has to wait for. */
const AT_ONCE = 200;

/** Applications whose rows are older than their facts, ascending. */
export async function laggingIn<A extends ApplicationRow, R extends StoredRegister>(
	reader: DeviceReader<A, R>
): Promise<readonly string[]> {
	return (await reader.meta('lagging')) ?? [];
}

/**
 * Replaces `refold` in the transaction that writes `fresh`, while many more facts are to come: an application's facts are days
 * apart, and its row would be folded again for each page. Marks the rows to fold afterwards; registers are few and folded at once.
 */
export async function lag<A extends ApplicationRow, R extends StoredRegister>(
	writer: DeviceWriter<A, R>,
	fresh: readonly StoredFact[],
	projection: Projection<A, R>
): Promise<Refolded> {
	const { added, ranges } = await keepLawFacts(writer, fresh);
	const reached = await reachedByClockChecks(writer, ranges);
	const touched = [...fresh.flatMap(({ applications }) => applications), ...reached];
	if (touched.length > 0)
		await writer.setMeta('lagging', [...new Set([...(await laggingIn(writer)), ...touched])].sort());
	const registers = [...new Set(fresh.flatMap(registersOf))];
	if (registers.length > 0) await projectRegisters(writer, registers, projection);
	return { applications: [], registers, ...(added ? { law: true } : {}) };
}

/**
 * Folds the lagging rows, in pieces so that other transactions get in between. After a crash it continues where it stopped; several
 * tabs share it.
 * @returns the applications folded here
 */
export async function foldLagging<A extends ApplicationRow, R extends StoredRegister>(
	store: DeviceStore<A, R>,
	projection: Projection<A, R>
): Promise<string[]> {
	const folded: string[] = [];
	if ((await store.read(laggingIn)).length === 0) return folded;
	for (;;) {
		const piece = await store.write(async (writer) => {
			const lagging = await laggingIn(writer);
			const numbers = lagging.slice(0, AT_ONCE);
			if (numbers.length === 0) return numbers;
			await refoldNumbers(writer, numbers, projection);
			await writer.setMeta('lagging', lagging.slice(AT_ONCE));
			return numbers;
		});
		if (piece.length === 0) return folded;
		folded.push(...piece);
	}
}
