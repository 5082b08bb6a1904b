import { decide } from '#lib/domain/application/decide.ts';
import { labelPayload, numberLabel } from '#lib/domain/documents/number-label.ts';
import { type BodyOf } from '#lib/domain/fact/fact.ts';
import { applicationNumberOf, type PaperNumber, paperOf } from '#lib/domain/number/paper-number.ts';
import { ALMATY, localOf } from '#lib/domain/time/zone.ts';
import { directory } from '#lib/law/catalog.ts';
import { findOrganisation } from '#lib/law/directory.ts';
import { applicationOf } from '#lib/law/law.ts';
import { findApplication, record, type Recorded } from '../acts.ts';
import { desk } from '../desk.svelte.ts';
import { printing } from '../printing.svelte.ts';

export type NumberLabelled =
	{ recorded: true; printed: boolean } | { recorded: false; why: Exclude<Recorded, { ok: true }> };

/**
 * A new label for a paper of which this device knows no acceptance: the relabelling is recorded under the number all the same,
 * then number and codes are printed.
 * @param payload what the old label's small QR told, if it was scanned
 */
export async function relabelByNumber(
	number: PaperNumber,
	reason: BodyOf<'labelled'>['reason'],
	payload: string | null
): Promise<NumberLabelled> {
	const about = applicationNumberOf(number as never);
	const application = (await findApplication(about)) ?? applicationOf(about, []);
	const paper = paperOf(number) === 'result' ? 'result' : 'packet';
	const verdict = decide(application, { kind: 'relabel', paper, reason, text: '' }, desk.decideContext());
	if (!verdict.ok) return { recorded: false, why: { ok: false, refusal: verdict } };
	const recorded = await record(() => verdict.value);
	if (!recorded.ok) return { recorded: false, why: recorded };
	const told = labelPayload(payload);
	const body = told && findOrganisation(directory, told.body);
	const bodyName = body?.kind === 'body' ? body.place.kk : null;
	const madeOn = localOf(Date.now(), ALMATY).date;
	const printed = await printing.print([numberLabel({ number, told, bodyName, madeOn, training: false })]);
	return { recorded: true, printed: printed.ok };
}
