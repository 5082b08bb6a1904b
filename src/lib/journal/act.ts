import { type DecideContext } from '../domain/application/context';
import { type Command, decide } from '../domain/application/decide';
import { refuse, type Refusal } from '../domain/application/refusal';
import { storyFacts } from '../domain/application/story-facts';
import { type Countersign, type FactDraft } from '../domain/fact/fact';
import { type StoredFact } from '../domain/fact/stored-fact';
import { applicationOf } from '../regulations/law';
import { type ActStamp, type AppendContext, type AppendFailure, appendPlanned } from './append';
import { type ApplicationRow, type DeviceWriter, type RegisterRow } from './device-store';
import { lawFactsIn } from './law-facts-kept';

/** One act on one application. It survives a structured clone. */
export type Asked = { number: string; command: Command };

/** Who acts: taken once for all that is asked at a time. */
export type By = {
	stamp: ActStamp;
	/** The role is held in another's place (м.а. · и.о.). */
	acting?: boolean;
	/** The second hand where two sign. */
	countersigned?: Countersign | undefined;
};

/** Saved and read back, or why it was not allowed at the moment of writing. */
export type Answer = { ok: true; facts: StoredFact[] } | Refusal;
/** Answers in the order of what was asked; a disk that fails records none of it. */
export type ActResult = { ok: true; answers: Answer[] } | AppendFailure;

/** What a verdict will record, and where among all drafts of the transaction. */
type Judged = { ok: true; from: number; to: number } | Refusal;

/**
 * The one way in which an act on an application is recorded: what it is judged by is read in the transaction that writes it, so
 * that of two tabs, a worker and a sync that act at the same moment each sees what the one before it wrote. A refusal holds up none
 * of the others.
 *
 * @param asked one act per application: a second one could not be judged by what the first records in the same transaction
 */
export async function actOn<A extends ApplicationRow, R extends RegisterRow>(
	context: AppendContext<A, R>,
	asked: readonly Asked[],
	by: By
): Promise<ActResult> {
	let judged: Judged[] = [];
	const result = await appendPlanned(
		context,
		async (_, writer) => {
			const plan = await judge(asked, writer, deciderOf(by, context.source.newId));
			judged = plan.judged;
			return plan.drafts.map((draft) => (by.countersigned ? { ...draft, countersigned: by.countersigned } : draft));
		},
		by.stamp
	);
	if (!result.ok) return result;
	const answers = judged.map((each): Answer =>
		each.ok ? { ok: true, facts: result.facts.slice(each.from, each.to) } : each
	);
	return { ok: true, answers };
}

/** Who asks, for a verdict that nothing is recorded by: a button, a scan that only looks. */
export function deciderOf({ stamp, acting }: By, newId: DecideContext['newId']): DecideContext {
	const { actor, role, org, window, at } = stamp;
	return { actor, role, org, ...(window ? { window } : {}), ...(acting ? { acting: true } : {}), now: at, newId };
}

async function judge<A extends ApplicationRow, R extends RegisterRow>(
	asked: readonly Asked[],
	writer: DeviceWriter<A, R>,
	context: DecideContext
): Promise<{ judged: Judged[]; drafts: FactDraft[] }> {
	const numbers = [...new Set(asked.map(({ number }) => number))];
	const [stories, lawFacts] = await Promise.all([
		storyFacts((wanted) => writer.ofApplications(wanted), numbers),
		lawFactsIn(writer)
	]);
	const drafts: FactDraft[] = [];
	const acted = new Set<string>();
	const judged = asked.map(({ number, command }): Judged => {
		const facts = stories.get(number)!;
		if (facts.length === 0) return refuse('unknownApplication');
		if (acted.has(number)) return refuse('notAllowedNow');
		const verdict = decide(applicationOf(number, facts, lawFacts), command, context);
		if (!verdict.ok) return verdict;
		acted.add(number);
		drafts.push(...verdict.value);
		return { ok: true, from: drafts.length - verdict.value.length, to: drafts.length };
	});
	return { judged, drafts };
}
