import { type Regulation } from '$lib/domain/regulation/regulation';
import { type Recorded, record } from './acts';
import { desk } from './desk.svelte';
import { slipPaper } from './papers/slip-paper';
import { type Printed, printing } from './printing.svelte';

export type Incomplete = {
	regulation: Regulation;
	/** Names of the missing documents, at least one. */
	missing: readonly string[];
	person: { name: string; phone: string };
};

/** Notes that somebody came with an incomplete set: a fact of the Center, without a number and without a refusal. */
export function recordIncomplete({ regulation, missing, person }: Incomplete): Promise<Recorded> {
	const name = person.name.trim();
	const phone = person.phone.trim();
	return record(() => [
		{
			type: 'cameIncomplete',
			subject: { kind: 'org', org: desk.org },
			body: { service: regulation.number, missing: [...missing] },
			details: name || phone ? { ...(name ? { name } : {}), ...(phone ? { phone } : {}) } : null
		}
	]);
}

/** Prints the list for the person; call it after the note was saved. */
export function printIncomplete({ regulation, missing }: Incomplete): Promise<Printed> {
	const place = { window: desk.place?.window ?? '', phone: desk.context?.org.phones[0] ?? '' };
	return printing.print([slipPaper(regulation, missing, place, Date.now())]);
}
