import { type PrintRun } from '#lib/domain/documents/print-run.ts';
import { ALMATY, localOf } from '#lib/domain/time/zone.ts';
import { desk } from '#lib/device/session/desk.svelte.ts';

const ASKED = { kk: 'қызметкердің сұрауы бойынша', ru: 'по запросу сотрудника' };

/**
 * The runs of the copies that are printed next of a list's paper. Counted on this device: a list has no fact of printing.
 * @param originals how many are printed at first: 2 of a register, of which one comes back signed
 */
export async function nextCopies(paper: string, originals: number): Promise<PrintRun[]> {
	const id = `copies:${paper}`;
	const draft = await desk.journal.read((reader) => reader.draft(id));
	const printed = (draft?.value as number | undefined) ?? 0;
	const count = printed === 0 ? originals : 1;
	const at = Date.now();
	await desk.journal.putDraft({ id, kind: 'copies', updatedAt: at, value: printed + count });
	return Array.from({ length: count }, (_, index) => ({
		copy: printed + index + 1,
		originals,
		reprintReason: printed === 0 ? null : ASKED,
		printedAt: localOf(at, ALMATY),
		exampleData: false,
		training: false
	}));
}
