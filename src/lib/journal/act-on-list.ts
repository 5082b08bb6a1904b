import { type Refusal } from '../domain/application/refusal';
import { storiesOf } from '../domain/application/story-facts';
import { type StoredFact } from '../domain/fact/stored-fact';
import { applicationNumberOf, type PaperNumber } from '../domain/number/paper-number';
import { decideList, type ListCommand, papersOn } from '../domain/register/decide-list';
import { applicationOf } from '../regulations/law';
import { type By, deciderOf } from './act';
import { type AppendContext, type AppendFailure } from './append';
import { appendAnswer } from './append-answer';
import { type ApplicationRow, type RegisterRow } from './device-store';
import { lawFactsIn } from './law-facts-kept';

/** The list's fact under its new number, or why it was not allowed at the moment of writing: then no number is used up. */
export type ListAnswer = { ok: true; number: PaperNumber; facts: StoredFact[] } | Refusal;
export type ListResult = { ok: true; answer: ListAnswer } | AppendFailure;

/** Records an act on a list as `actOn` does one on an application: judged in the transaction that writes it, once. */
export async function actOnList<A extends ApplicationRow, R extends RegisterRow>(
	context: AppendContext<A, R>,
	command: ListCommand,
	by: By
): Promise<ListResult> {
	const applicationsOn = [...new Set(papersOn(command).map((paper) => applicationNumberOf(paper as never)))];
	return appendAnswer(context, by, async ({ numbers, writer, write }): Promise<ListAnswer> => {
		const [stories, lawFacts] = await Promise.all([
			storiesOf((wanted) => writer.ofApplications(wanted), applicationsOn),
			lawFactsIn(writer)
		]);
		// Folded once: a list asks several times for each of its papers.
		const applications = new Map(
			[...stories].flatMap(([number, facts]) =>
				facts.length > 0 ? [[number, applicationOf(number, facts, lawFacts)] as const] : []
			)
		);
		const known = (paper: string) => applications.get(applicationNumberOf(paper as never));
		const number = numbers.next(9);
		const verdict = decideList(command, number, known, deciderOf(by, context.source.newId));
		return verdict.ok ? { ok: true, number, facts: verdict.value.map(write) } : verdict;
	});
}
