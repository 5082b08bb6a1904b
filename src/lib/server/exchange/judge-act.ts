import { type DecideContext } from '#lib/domain/application/context.ts';
import { decide } from '#lib/domain/application/decide.ts';
import { refuse, type Refusal } from '#lib/domain/application/refusal.ts';
import { type FactDraft } from '#lib/domain/fact/fact.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { applicationNumberOf, makePaperNumber, type PaperNumber } from '#lib/domain/number/paper-number.ts';
import { decideList, type ListCommand } from '#lib/domain/register/decide-list.ts';
import { type Law } from '#lib/domain/regulation/law.ts';
import { applicationOf } from '#lib/law/law.ts';
import { type ApplicationAct, type ListAct } from '#lib/protocol/exchange-acts.ts';
import { commandOf, listCommandOf } from './act-command.ts';

type Stories = ReadonlyMap<string, readonly StoredFact[]>;
type Ground = {
	/** What the org has of the papers of the act. */
	stories: Stories;
	law: Law;
	context: DecideContext;
	/** Gives the number of a list: asked for only where the act is allowed, or there would be gaps. */
	number: () => Promise<PaperNumber>;
};
type Judged = { ok: true; drafts: FactDraft[]; number?: PaperNumber } | Refusal;

/** Stands for the number of a list until it is known that the list may be. */
const NO_NUMBER = makePaperNumber(9, 1, 1, 0);

/** What `decide` says of an act: the facts to record, or a refusal. */
export async function judgeAct(act: ApplicationAct | ListAct, ground: Ground): Promise<Judged> {
	return 'application' in act ? judgeOne(act, ground) : judgeList(listCommandOf(act), ground);
}

function judgeOne(act: ApplicationAct, { stories, law, context }: Ground): Judged {
	const { application: number } = act;
	const story = stories.get(number) ?? [];
	if (story.length === 0) return refuse('unknownApplication');
	const application = applicationOf(number, story, law);
	const verdict = decide(application, commandOf(act, application, law), context);
	return verdict.ok ? { ok: true, drafts: verdict.value } : verdict;
}

async function judgeList(command: ListCommand, { stories, law, context, number: give }: Ground): Promise<Judged> {
	const applications = new Map(
		[...stories].flatMap(([number, story]) =>
			story.length > 0 ? [[number, applicationOf(number, story, law)] as const] : []
		)
	);
	const known = (paper: string) => applications.get(applicationNumberOf(paper));
	const mayBe = decideList(command, NO_NUMBER, known, context);
	if (!mayBe.ok) return mayBe;
	const number = await give();
	const verdict = decideList(command, number, known, context);
	return verdict.ok ? { ok: true, drafts: verdict.value, number } : verdict;
}
