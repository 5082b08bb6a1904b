import { type Application } from '$lib/domain/application/application';
import { type DecideContext } from '$lib/domain/application/context';
import { type Command, decide } from '$lib/domain/application/decide';
import { type Refusal, refuse } from '$lib/domain/application/refusal';
import { type FactDraft } from '$lib/domain/fact/fact';
import { type AppendFailure } from '$lib/journal/append';

export type Job = { number: string; command: Command };
export type Refused = { number: string; refusal: Refusal };
export type Progress = { done: number; total: number };
export type ManyOutcome = {
	/** Recorded, in the order of the jobs. */
	done: string[];
	refused: Refused[];
	/** The disk would not take a batch; what was recorded before stays. */
	failure: AppendFailure | null;
	/** Not asked for any more, after a stop or a failure. */
	left: number;
};

/** Where applications are read from and facts go to; a page gives the journal. */
export type ManyPorts = {
	find(numbers: readonly string[]): Promise<ReadonlyMap<string, Application>>;
	record(drafts: readonly FactDraft[]): Promise<{ ok: true } | { ok: false; failure: AppendFailure }>;
	context(): DecideContext;
	/** Keeps other tabs from recording between a batch's verdicts and its transaction. */
	alone<T>(work: () => Promise<T>): Promise<T>;
};

export type ManyOptions = {
	/** How many are recorded in one transaction. */
	size?: number;
	tell?: (progress: Progress) => void;
	/** Asked before each batch. */
	isStopped?: () => boolean;
};

const BATCH = 100;

/**
 * Acts on many applications: each is judged by itself, all that a batch allows is recorded in one transaction. A refusal holds up
 * nobody else; a stop or a full disk leaves what is recorded as it is.
 */
export async function actMany(jobs: readonly Job[], ports: ManyPorts, options: ManyOptions = {}): Promise<ManyOutcome> {
	const { size = BATCH, tell, isStopped } = options;
	const outcome: ManyOutcome = { done: [], refused: [], failure: null, left: 0 };
	for (let at = 0; at < jobs.length; at += size) {
		if (isStopped?.()) return { ...outcome, left: jobs.length - at };
		const batch = jobs.slice(at, at + size);
		const { allowed, refused, recorded } = await ports.alone(async () => {
			const { drafts, ...judged } = await judge(batch, ports);
			return { ...judged, recorded: drafts.length > 0 ? await ports.record(drafts) : { ok: true as const } };
		});
		if (!recorded.ok) return { ...outcome, failure: recorded.failure, left: jobs.length - at };
		outcome.done.push(...allowed);
		outcome.refused.push(...refused);
		tell?.({ done: Math.min(at + size, jobs.length), total: jobs.length });
	}
	return outcome;
}

async function judge(batch: readonly Job[], ports: ManyPorts) {
	const applications = await ports.find(batch.map(({ number }) => number));
	const context = ports.context();
	const judged = { allowed: [] as string[], drafts: [] as FactDraft[], refused: [] as Refused[] };
	for (const { number, command } of batch) {
		const application = applications.get(number);
		const verdict = application ? decide(application, command, context) : refuse('unknownApplication');
		if (verdict.ok) {
			judged.allowed.push(number);
			judged.drafts.push(...verdict.value);
		} else judged.refused.push({ number, refusal: verdict });
	}
	return judged;
}
