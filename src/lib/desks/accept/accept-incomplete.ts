import { type FactId } from '#lib/domain/fact/ids.ts';
import { type Regulation } from '#lib/domain/regulation/regulation.ts';
import { actInOffice, type Recorded } from '#lib/device/session/acts.ts';
import { desk } from '#lib/device/session/desk.svelte.ts';
import { slipPaper } from './slip-paper.ts';
import { type Printed, printing } from '#lib/device/printing/printing.svelte.ts';

type Incomplete = {
	regulation: Regulation;
	/** Names of the missing documents, at least one. */
	missing: readonly string[];
	person: { name: string; phone: string };
};

/** Notes that somebody came with an incomplete set: a fact of the Center, without a number and without a refusal. @param id of that fact */
export function recordIncomplete({ regulation, missing, person }: Incomplete, id: FactId): Promise<Recorded> {
	return actInOffice({ kind: 'noteIncomplete', service: regulation.number, missing, ...person }, { id });
}

/** Prints the list for the person; call it after the note was saved. */
export function printIncomplete({ regulation, missing }: Incomplete): Promise<Printed> {
	const place = { window: desk.place?.window ?? '', phone: desk.context?.org.phones[0] ?? '' };
	return printing.print([slipPaper(regulation, missing, place, Date.now())]);
}
