import { type DecideContext } from '#lib/domain/application/context.ts';
import { type Command, decide, needsRecord } from '#lib/domain/application/decide.ts';
import { refuse, type Refusal, type Verdict } from '#lib/domain/application/refusal.ts';
import { storyFacts } from '#lib/domain/application/story-facts.ts';
import { type Countersign, type FactDraft } from '#lib/domain/fact/fact.ts';
import { type FactId } from '#lib/domain/fact/ids.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { applicationOf } from '#lib/law/law.ts';
import { type ActStamp, type AppendContext, type AppendFailure, appendPlanned, type Planning } from './append.ts';
import { type ApplicationRow, type StoredRegister } from './device-store.ts';
import { lawIn } from './law-facts-kept.ts';
import { type PaperNumbers } from './paper-numbers.ts';

/**
 * One act on one application. It survives a structured clone. `id`: given to the act's first fact, so that an act that was recorded
 * just before a crash is not recorded again: a fact of that id is the answer.
 */
export type Asked = { number: string; command: Command; id?: FactId };

/** Who acts: the same for all commands of one call. */
export type By = {
	stamp: ActStamp;
	/** The role is held in another's place (м.а. · и.о.). */
	acting?: boolean;
	/** The countersignature where two sign. */
	countersigned?: Countersign | undefined;
};

/** Saved and read back, or why it was not allowed at the moment of writing. */
export type Answer = { ok: true; facts: StoredFact[] } | Refusal;
/** Answers in the order of the commands; if the disk fails, none is recorded. */
export type ActResult = { ok: true; answers: Answer[] } | AppendFailure;

/** `each`: a refusal does not affect the others. `all`: after one refusal nothing is recorded. */
export type ActMode = 'each' | 'all';

/**
 * The only way to record an act on an application: its data are read in the transaction that writes it, so that of two tabs, a
 * worker and a sync acting at the same moment each sees what the previous one wrote. An act also sees the previous acts of the same
 * call.
 */
export async function actOn<A extends ApplicationRow, R extends StoredRegister>(
	context: AppendContext<A, R>,
	asked: readonly Asked[],
	by: By,
	mode: ActMode = 'each'
): Promise<ActResult> {
	let answers: Answer[] = [];
	const result = await appendPlanned(
		context,
		async (planning) => {
			answers = await judge(asked, planning, by, deciderOf(by, context.source.newId));
			return mode === 'each' || answers.every(({ ok }) => ok);
		},
		by.stamp
	);
	return result.ok ? { ok: true, answers } : result;
}

/** The context of a verdict without a record: for a button, or a scan that only looks. */
export function deciderOf({ stamp, acting }: By, newId: DecideContext['newId']): DecideContext {
	const { actor, role, org, window, at } = stamp;
	return { actor, role, org, ...(window ? { window } : {}), ...(acting ? { acting: true } : {}), now: at, newId };
}

async function judge<A extends ApplicationRow, R extends StoredRegister>(
	asked: readonly Asked[],
	{ numbers, writer, write }: Planning<A, R>,
	{ countersigned }: By,
	context: DecideContext
): Promise<Answer[]> {
	const ids = asked.flatMap(({ id }) => id ?? []);
	const [stories, law, held] = await Promise.all([
		storyFacts((wanted) => writer.ofApplications(wanted), [...new Set(asked.map(({ number }) => number))]),
		lawIn(writer),
		ids.length > 0 ? writer.byIds(ids) : []
	]);
	return asked.map(({ number, command, id }): Answer => {
		const recorded = id && held.find((fact) => fact.id === id);
		if (recorded) return { ok: true, facts: [recorded] };
		const story = stories.get(number)!;
		if (story.length === 0 && needsRecord(command)) return refuse('unknownApplication');
		const verdict = decideNumbered(applicationOf(number, story, law), command, context, numbers);
		if (!verdict.ok) return verdict;
		const facts = underId(verdict.value, id).map((draft) =>
			write({ ...draft, ...(countersigned ? { countersigned } : {}) })
		);
		for (const fact of facts) for (const each of fact.applications) stories.get(each)?.push(fact);
		return { ok: true, facts };
	});
}

/** The drafts of an act, the first under the id that was given for its fact: asked for again, that fact is the answer. */
export const underId = (drafts: readonly FactDraft[], id: FactId | undefined): FactDraft[] =>
	drafts.map((draft, index) => (id && index === 0 ? { ...draft, id } : draft));

/** A new number is given only to an allowed act: an unused one would be a gap in the day's numbers. */
function decideNumbered(
	application: Parameters<typeof decide>[0],
	command: Command,
	context: DecideContext,
	numbers: PaperNumbers
): Verdict<FactDraft[]> {
	const verdict = decide(application, command, context);
	if (!verdict.ok || command.kind !== 'renumber') return verdict;
	return decide(application, { ...command, to: numbers.next(1) }, context);
}
