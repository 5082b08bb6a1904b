import { type Refusal } from '#lib/domain/application/refusal.ts';
import { type ActResult, type Asked } from '#lib/journal/act.ts';
import { type AppendFailure } from '#lib/journal/append.ts';

export type Refused = { number: string; refusal: Refusal };
export type Progress = { done: number; total: number };
export type ManyOutcome = {
	/** Recorded, in the order in which they were asked. */
	done: string[];
	refused: Refused[];
	/** The disk would not take a batch; what was recorded before stays. */
	failure: AppendFailure | null;
	/** Not asked for any more, after a stop or a failure. */
	left: number;
};

type ManyOptions = {
	/** How many are recorded in one transaction. */
	size?: number;
	tell?: (progress: Progress) => void;
	/** Asked before each batch. */
	isStopped?: () => boolean;
};

/** Longer transactions would keep readers waiting: a screen shows what is being done. */
const BATCH = 100;

/**
 * Acts on many applications in batches, each one transaction. A refusal holds up nobody else; a stop or a full disk leaves what is
 * recorded as it is.
 * @param act the journal's; who acts is taken anew for each batch, for many take a while
 */
export async function actMany(
	asked: readonly Asked[],
	act: (batch: readonly Asked[]) => Promise<ActResult>,
	options: ManyOptions = {}
): Promise<ManyOutcome> {
	const { size = BATCH, tell, isStopped } = options;
	const outcome: ManyOutcome = { done: [], refused: [], failure: null, left: 0 };
	for (let at = 0; at < asked.length; at += size) {
		if (isStopped?.()) return { ...outcome, left: asked.length - at };
		const batch = asked.slice(at, at + size);
		const result = await act(batch);
		if (!result.ok) return { ...outcome, failure: result, left: asked.length - at };
		result.answers.forEach((answer, index) => {
			const { number } = batch[index]!;
			if (answer.ok) outcome.done.push(number);
			else outcome.refused.push({ number, refusal: answer });
		});
		tell?.({ done: Math.min(at + size, asked.length), total: asked.length });
	}
	return outcome;
}
