import { acceptedUnder } from '#lib/domain/regulation/accepted-under.ts';
import { type Application } from '#lib/domain/application/application.ts';
import { refuse, type Refusal } from '#lib/domain/application/refusal.ts';
import { type PaperModel } from '#lib/domain/documents/paper-model.ts';
import { receipt } from '#lib/domain/documents/receipt.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { type AppendFailure } from '#lib/journal/append.ts';
import { act, findApplication } from '#lib/device/session/acts.ts';
import { desk } from '#lib/device/session/desk.svelte.ts';
import { lawHere } from '#lib/device/live/law.svelte.ts';
import { printing } from '#lib/device/printing/printing.svelte.ts';
import { staffName } from '#lib/tools/wording/words.ts';
import { labelPaper } from './label-paper.ts';
import { type PrintReason, receiptInputOf } from './receipt-input.ts';
import { talonPaper } from './talon-paper.ts';

type PrintedReceipt =
	/** The dialog was opened; whether paper came out only a person knows. */
	| { ok: true; copy: number }
	/** Nothing was printed: the rules or the disk did not allow to note the copy first. */
	| { ok: false; why: 'refused'; refusal: Refusal }
	| { ok: false; why: 'notSaved'; failure: AppendFailure }
	/** The copy is noted, but no paper could be made or no dialog opened. */
	| { ok: false; why: 'printer'; copy: number; detail: string };

/** What the applicant gets on applying (para 13): a Center's receipt, or a body's talon. */
export const applicantsPaper = ({ acceptance }: Application): 'receipt' | 'talon' =>
	acceptance?.body.entry === 'body' ? 'talon' : 'receipt';

/**
 * Prints the receipt (at a body: the talon) of an application, after the copy was noted as a fact, so that the number on paper is
 * the counted one. It names the service and its term: while they are not known here, nothing is noted and nothing printed.
 * @param options.label the packet's label in the same file
 */
export async function printReceipt(
	number: string,
	reason: PrintReason,
	options: { label?: boolean } = {}
): Promise<PrintedReceipt> {
	const before = await findApplication(number);
	if (before?.acceptance && !acceptedUnder(lawHere.law, before))
		return { ok: false, why: 'refused', refusal: refuse('serviceUnknown') };
	const document = before ? applicantsPaper(before) : 'receipt';
	const noted = await act(number, { kind: 'print', document, reason });
	if (!noted.ok) return notNoted(noted);
	const copy = copyIn(noted.facts);
	if (options.label) {
		const labelled = await act(number, { kind: 'print', document: 'packetLabel', reason });
		if (!labelled.ok) return notNoted(labelled);
	}
	const application = await findApplication(number);
	const models = application && (await receiptModels(application, copy, reason, options.label === true));
	if (!models) return { ok: false, why: 'printer', copy, detail: 'The personal part is not on this device' };
	return printed(models, copy);
}

/** Prints the packet's label alone, again. */
export async function printLabel(number: string, reason: PrintReason): Promise<PrintedReceipt> {
	const noted = await act(number, { kind: 'print', document: 'packetLabel', reason });
	if (!noted.ok) return notNoted(noted);
	const copy = copyIn(noted.facts);
	const application = await findApplication(number);
	if (!application?.acceptance) return { ok: false, why: 'printer', copy, detail: 'Known by its number only' };
	return printed([labelPaper(application, lawHere.law, Date.now())], copy);
}

/** The applicant's paper as it was printed last, to be read on the screen. Null where what it needs is not on this device. */
export async function readableReceipt(application: Application): Promise<PaperModel | null> {
	const noted = application.story.findLast(
		({ fact, dead }) => !dead && fact.type === 'printed' && fact.body.document === applicantsPaper(application)
	)?.fact;
	const { copy = 1, reason = 'first' } = noted?.type === 'printed' ? noted.body : {};
	return (await receiptModels(application, copy, reason, false))?.[0] ?? null;
}

/** The papers as models. Undefined where what they need is not on this device. */
async function receiptModels(
	application: Application,
	copy: number,
	reason: PrintReason,
	label: boolean
): Promise<PaperModel[] | undefined> {
	const { acceptance } = application;
	if (!acceptance) return undefined;
	const [stored] = await desk.journal.read((reader) => reader.byIds([acceptance.fact]));
	const org = acceptance.body.center === desk.context?.org.id ? desk.context?.org : desk.orgEntry(acceptance.org);
	if (!stored || !org) return undefined;
	const { law } = lawHere;
	const around = {
		regulation: acceptedUnder(law, application),
		law,
		factHash: stored.hash,
		copy,
		reason,
		now: Date.now()
	};
	const labels = label ? [labelPaper(application, law, around.now)] : [];
	if (applicantsPaper(application) === 'talon')
		return [talonPaper(application, { ...around, body: org, acceptedBy: staffName(acceptance.actor) }), ...labels];
	if (!acceptance.applicant) return undefined;
	const input = receiptInputOf(application, { ...around, org, inspector: staffName(acceptance.actor, true) });
	return [receipt(input), ...labels];
}

async function printed(models: readonly PaperModel[], copy: number): Promise<PrintedReceipt> {
	const outcome = await printing.print(models);
	return outcome.ok ? { ok: true, copy } : { ok: false, why: 'printer', copy, detail: outcome.detail };
}

function notNoted(recorded: Extract<Awaited<ReturnType<typeof act>>, { ok: false }>): PrintedReceipt {
	return 'refusal' in recorded
		? { ok: false, why: 'refused', refusal: recorded.refusal }
		: { ok: false, why: 'notSaved', failure: recorded.failure };
}

function copyIn(facts: readonly StoredFact[]): number {
	const body = facts[0] && (JSON.parse(facts[0].text) as { body?: { copy?: number } }).body;
	return body?.copy ?? 1;
}
