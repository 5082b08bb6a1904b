import { firstRun } from '#lib/domain/documents/print-run.ts';
import { incompleteSlip } from '#lib/domain/documents/incomplete-slip.ts';
import { type PaperModel } from '#lib/domain/documents/paper-model.ts';
import { type Regulation } from '#lib/domain/regulation/regulation.ts';
import { ALMATY, localOf } from '#lib/domain/time/zone.ts';
import { catalogued } from '#lib/domain/regulation/catalogued.ts';

/** The list for a person who came with an incomplete set: names from the example list in both languages, typed ones as typed. */
export function slipPaper(
	regulation: Regulation,
	missing: readonly string[],
	place: { window: string; phone: string },
	now: number
): PaperModel {
	const rows = missing.map((name) => {
		const entry = catalogued(regulation, name);
		return { name: entry ? { kk: entry.kk, ru: entry.ru } : name, example: entry?.example === true };
	});
	return incompleteSlip({
		serviceName: regulation.workingName,
		missing: rows,
		cameAt: localOf(now, ALMATY),
		window: Number(place.window),
		phone: place.phone,
		run: { ...firstRun(now), exampleData: rows.some(({ example }) => example) }
	});
}
