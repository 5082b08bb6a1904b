import { type By } from './act.ts';
import { type AppendContext, type AppendFailure, appendPlanned, type Planning } from './append.ts';
import { type ApplicationRow, type StoredRegister } from './device-store.ts';

/** Records what a verdict allows, and returns the verdict: if refused, nothing is stored. `judge` is called again like a plan. */
export async function appendAnswer<A extends ApplicationRow, R extends StoredRegister, T extends { ok: boolean }>(
	context: AppendContext<A, R>,
	{ stamp }: By,
	judge: (planning: Planning<A, R>) => Promise<T>
): Promise<{ ok: true; answer: T } | AppendFailure> {
	let answer: T | undefined;
	const result = await appendPlanned(context, async (planning) => (answer = await judge(planning)).ok, stamp);
	return result.ok ? { ok: true, answer: answer! } : result;
}
