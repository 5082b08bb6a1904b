import { labelPayload, numberLabel } from '#lib/domain/documents/number-label.ts';
import { type BodyOf } from '#lib/domain/fact/fact.ts';
import { type FactId } from '#lib/domain/fact/ids.ts';
import { applicationNumberOf, type PaperNumber, paperOf } from '#lib/domain/number/paper-number.ts';
import { ALMATY, localOf } from '#lib/domain/time/zone.ts';
import { findOrganisation } from '#lib/domain/org/directory.ts';
import { actAll, type Recorded } from '#lib/device/session/acts.ts';
import { lawHere } from '#lib/device/live/law.svelte.ts';
import { printing } from '#lib/device/printing/printing.svelte.ts';

type NumberLabelled = { recorded: true; printed: boolean } | { recorded: false; why: Exclude<Recorded, { ok: true }> };

/**
 * A new label for a paper of which this device knows no acceptance: the relabelling is recorded under the number all the same,
 * then number and codes are printed.
 * @param payload content of the old label's small QR, if it was scanned
 * @param id of the fact, given anew for each label: pressed twice, it is recorded once
 */
export async function relabelByNumber(
	number: PaperNumber,
	reason: BodyOf<'labelled'>['reason'],
	payload: string | null,
	id: FactId
): Promise<NumberLabelled> {
	const paper = paperOf(number) === 'result' ? 'result' : 'packet';
	const command = { kind: 'relabel', paper, reason, text: '' } as const;
	const recorded = await actAll([{ number: applicationNumberOf(number), command, id }]);
	if (!recorded.ok) return { recorded: false, why: recorded };
	const oldLabel = labelPayload(payload);
	const body = oldLabel && findOrganisation(lawHere.law.directory, oldLabel.body);
	const bodyName = body?.kind === 'body' ? body.place.kk : null;
	const madeOn = localOf(Date.now(), ALMATY).date;
	const printed = await printing.print([numberLabel({ number, oldLabel, bodyName, madeOn, training: false })]);
	return { recorded: true, printed: printed.ok };
}
