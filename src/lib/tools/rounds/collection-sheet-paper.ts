import { type ApplicationSummary } from '#lib/domain/application/summary.ts';
import { collectionSheet } from '#lib/domain/documents/collection-sheet.ts';
import { type PaperModel } from '#lib/domain/documents/paper-model.ts';
import { type PrintRun } from '#lib/domain/documents/print-run.ts';
import { type PaperNumber } from '#lib/domain/number/paper-number.ts';
import { type Law } from '#lib/domain/regulation/law.ts';
import { ALMATY, localOf } from '#lib/domain/time/zone.ts';
import { serviceNumberOf } from './register-paper.ts';

type CollectionSheetPaper = {
	center: { kk: string; ru: string };
	window: string;
	/** Minutes since midnight of the slot; null for a round outside the slots. */
	slot: number | null;
	at: number;
	handedBy: string;
	collectedBy: string;
	papers: readonly string[];
	law: Law;
};

/** The sheet that both inspectors sign when a window's packets are collected. */
export function collectionSheetPaper(
	sheet: CollectionSheetPaper,
	summaries: readonly ApplicationSummary[],
	run: PrintRun
): PaperModel {
	const { window, at, papers, law, ...rest } = sheet;
	return collectionSheet({
		...rest,
		window: Number(window),
		collectedAt: localOf(at, ALMATY),
		rows: papers.map((paper) => {
			const summary = summaries.find(({ number }) => number === paper);
			const known = summary !== undefined && summary.state !== 'numberOnly';
			return {
				number: paper as PaperNumber,
				service: known ? serviceNumberOf(law, summary.regulation) : null,
				documents: known ? summary.documents : null,
				sheets: known ? summary.sheets : null
			};
		}),
		run
	});
}
