import { type Application } from '#lib/domain/application/application.ts';
import { type DecideContext } from '#lib/domain/application/context.ts';
import { decide } from '#lib/domain/application/decide.ts';
import { type PaperModel } from '#lib/domain/documents/paper-model.ts';
import { type BodyOf } from '#lib/domain/fact/fact.ts';
import { type FactId } from '#lib/domain/fact/ids.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { act, findApplication, type Recorded } from '#lib/device/session/acts.ts';
import { giveNewNumber } from './give-new-number.ts';
import { brokenLink } from '#lib/device/health/chain-check.ts';
import { desk } from '#lib/device/session/desk.svelte.ts';
import { movementPaper } from '#lib/tools/story/movement-paper.ts';
import { printLabel, printReceipt } from '#lib/tools/receipt/receipt-paper.ts';
import { printResultLabel } from '#lib/tools/record-result/result-label-paper.ts';
import { language } from '#lib/device/live/language.svelte.ts';
import { lawHere } from '#lib/device/live/law.svelte.ts';
import { printing } from '#lib/device/printing/printing.svelte.ts';
import { type ActionForm, type ActionId, actionCommand } from './story-actions.ts';
import { type SentSoFar } from '#lib/tools/story/story-entries.ts';
import { orgWords, staffName } from '#lib/tools/wording/words.ts';

/** All that the page of an application is drawn from, read in one go. */
export type StoryPage = { application: Application; stored: StoredFact[]; sentSoFar: SentSoFar };

/** How an action ended: recorded and printed, recorded but not printed, or not recorded at all. */
export type ActionOutcome =
	{ recorded: true; printed: boolean } | { recorded: false; why: Exclude<Recorded, { ok: true }> };

/** Does an action of the page: records what the rules allow, then prints the papers that follow from it. */
export async function doAction(number: string, id: ActionId, form: ActionForm): Promise<ActionOutcome> {
	if (id === 'reprint') return receiptOutcome(await printReceipt(number, form.printReason));
	if (id === 'renumber') return renumberAndPrint(number, form.text);
	const recorded = await act(number, actionCommand(id, form));
	if (!recorded.ok) return { recorded: false, why: recorded };
	switch (id) {
		case 'addDocument':
		case 'correct':
			return { recorded: true, printed: (await printReceipt(number, 'amended')).ok };
		case 'relabelPacket': {
			const label = await printLabel(number, 'other');
			return { recorded: true, printed: label.ok };
		}
		case 'relabelResult':
			return { recorded: true, printed: (await printResultLabel(number, 'other')).ok };
		case 'movement':
			return { recorded: true, printed: await printMovement(number) };
		case 'findPacket':
		case 'findResult':
		case 'losePacket':
		case 'loseResult':
		case 'redirect':
		case 'returnDocuments':
		case 'spoil':
		case 'withdraw':
			return { recorded: true, printed: true };
	}
}

function receiptOutcome(receipt: Awaited<ReturnType<typeof printReceipt>>): ActionOutcome {
	if (receipt.ok) return { recorded: true, printed: true };
	if (receipt.why === 'refused') return { recorded: false, why: { ok: false, refusal: receipt.refusal } };
	if (receipt.why === 'notSaved') return { recorded: false, why: { ok: false, failure: receipt.failure } };
	return { recorded: true, printed: false };
}

/** The applicant's paper and the packet's label follow at once: what they have in hand bears another's number. */
async function renumberAndPrint(number: string, text: string): Promise<ActionOutcome> {
	const given = await giveNewNumber(number, text);
	if (!given.ok) return { recorded: false, why: given.why };
	return { recorded: true, printed: (await printReceipt(given.number, 'first', { label: true })).ok };
}

async function printMovement(number: string): Promise<boolean> {
	// The paper is written in both languages.
	await language.both();
	const application = await findApplication(number);
	if (!application) return false;
	return (await printing.print([await movementModel(application)])).ok;
}

/** The movement sheet of an application as it is now, as the copy that was noted last. */
export async function movementModel(application: Application): Promise<PaperModel> {
	const copy = application.story.filter(
		({ fact }) => fact.type === 'printed' && fact.body.document === 'movementSheet'
	).length;
	return movementPaper(application, {
		staff: (id) => (desk.colleague(id) ? staffName(id) : null),
		org: (id) => orgWords(id)?.shortName ?? { kk: id, ru: id },
		compiledBy: { name: staffName(desk.person?.id ?? ''), role: desk.role ?? '' },
		// Only what was followed here and now is claimed: the own journal from its first record to its last.
		chainChecked: (await brokenLink(desk.journal, () => undefined)) === null,
		copy: Math.max(1, copy),
		now: Date.now(),
		law: lawHere.law
	});
}

/** Which facts of the story this person may annul now: the button stands only there. */
export function annullable(application: Application, context: DecideContext): Set<FactId> {
	const may = application.story.filter(
		({ fact }) => decide(application, { kind: 'annul', fact: fact.id, reason: 'mistake', text: '' }, context).ok
	);
	return new Set(may.map(({ fact }) => fact.id));
}

export const annulFact = (number: string, fact: FactId, reason: BodyOf<'annulled'>['reason'], text: string) =>
	act(number, { kind: 'annul', fact, reason, text });
