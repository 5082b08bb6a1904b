import { type Refusal } from '#lib/domain/application/refusal.ts';
import { storiesOf } from '#lib/domain/application/story-facts.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { applicationNumberOf, type PaperNumber } from '#lib/domain/number/paper-number.ts';
import { decideList, type ListCommand, papersOn } from '#lib/domain/register/decide-list.ts';
import { applicationOf } from '#lib/law/law.ts';
import { type By, deciderOf } from './act.ts';
import { type AppendContext, type AppendFailure } from './append.ts';
import { appendAnswer } from './append-answer.ts';
import { type ApplicationRow, type StoredRegister } from './device-store.ts';
import { lawIn } from './law-facts-kept.ts';

/** The list's fact under its new number, or why it was not allowed at the moment of writing: then no number is used up. */
export type ListAnswer = { ok: true; number: PaperNumber; facts: StoredFact[] } | Refusal;
export type ListResult = { ok: true; answer: ListAnswer } | AppendFailure;

/** Records an act on a list as `actOn` does for an application: checked in the transaction that writes it, once. */
export async function actOnList<A extends ApplicationRow, R extends StoredRegister>(
	context: AppendContext<A, R>,
	command: ListCommand,
	by: By
): Promise<ListResult> {
	const applicationsOn = [...new Set(papersOn(command).map((paper) => applicationNumberOf(paper)))];
	return appendAnswer(context, by, async ({ numbers, writer, write }): Promise<ListAnswer> => {
		const [stories, law] = await Promise.all([
			storiesOf((wanted) => writer.ofApplications(wanted), applicationsOn),
			lawIn(writer)
		]);
		// Folded once: a list needs each of its papers several times.
		const applications = new Map(
			[...stories].flatMap(([number, facts]) =>
				facts.length > 0 ? [[number, applicationOf(number, facts, law)] as const] : []
			)
		);
		const known = (paper: string) => applications.get(applicationNumberOf(paper));
		const number = numbers.next(9);
		const verdict = decideList(command, number, known, deciderOf(by, context.source.newId));
		return verdict.ok ? { ok: true, number, facts: verdict.value.map(write) } : verdict;
	});
}
