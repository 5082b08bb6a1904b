import * as v from 'valibot';
import { type PrintRun } from '#lib/domain/documents/print-run.ts';
import { ALMATY, localOf } from '#lib/domain/time/zone.ts';
import { KeptDraft, readAs } from '#lib/device/drafts/kept-draft.ts';

const ASKED = { kk: 'қызметкердің сұрауы бойынша', ru: 'по запросу сотрудника' };

/**
 * The runs of the copies that are printed next of a list's paper. Counted on this device: a list has no fact of printing.
 * @param originals how many are printed at first: 2 of a register, of which one comes back signed
 */
export async function nextCopies(paper: string, originals: number): Promise<PrintRun[]> {
	const draft = new KeptDraft(`copies:${paper}`, 'copies', readAs(v.number()));
	const printed = (await draft.read()) ?? 0;
	const count = printed === 0 ? originals : 1;
	const at = Date.now();
	await draft.put(printed + count);
	return Array.from({ length: count }, (_, index) => ({
		copy: printed + index + 1,
		originals,
		reprintReason: printed === 0 ? null : ASKED,
		printedAt: localOf(at, ALMATY),
		exampleData: false,
		training: false
	}));
}
