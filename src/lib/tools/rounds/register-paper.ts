import { type ApplicationSummary } from '#lib/domain/application/summary.ts';
import { type PaperModel } from '#lib/domain/documents/paper-model.ts';
import { type PrintRun } from '#lib/domain/documents/print-run.ts';
import { type RegisterSheetRow, registerSheet } from '#lib/domain/documents/register-sheet.ts';
import { type PaperNumber } from '#lib/domain/number/paper-number.ts';
import { type Law } from '#lib/domain/regulation/law.ts';
import { ALMATY, localOf } from '#lib/domain/time/zone.ts';

type RegisterPaper = {
	number: PaperNumber;
	from: { kk: string; ru: string };
	to: { kk: string; ru: string };
	at: number;
	/** Which dispatch of the day this is, and how many the regulation asks for at least. */
	ofDay: { count: number; least: number };
	compiledBy: string;
	courier: string | null;
	/** In the order of the register. */
	papers: readonly string[];
	law: Law;
};

/** Names of the collection unit as the sender of a register. */
export const collectionUnitOf = (center: { kk: string; ru: string }) => ({
	kk: `${center.kk}, жинақтау бөлімі`,
	ru: `${center.ru}, накопительный отдел`
});

/** The number of a service; null for a packet known by its number only, and for a service that is not known here. */
export const serviceNumberOf = ({ service }: Law, regulation: string | null | undefined): number | null =>
	service(regulation)?.number ?? null;

/** One copy of a dispatched register. */
export function registerPaper(
	register: RegisterPaper,
	summaries: readonly ApplicationSummary[],
	run: PrintRun
): PaperModel {
	const { papers, at, law, ...rest } = register;
	return registerSheet({
		...rest,
		compiledAt: localOf(at, ALMATY),
		rows: papers.map((paper) =>
			rowOf(
				paper,
				summaries.find(({ number }) => number === paper),
				law
			)
		),
		run
	});
}

function rowOf(paper: string, summary: ApplicationSummary | undefined, law: Law): RegisterSheetRow {
	const number = paper as PaperNumber;
	if (!summary || summary.state === 'numberOnly')
		return { number, acceptedOn: null, applicant: null, service: null, documents: null, sheets: null, dueOn: null };
	return {
		number,
		acceptedOn: localOf(summary.acceptedAt, ALMATY).date,
		applicant: summary.name,
		service: serviceNumberOf(law, summary.regulation),
		documents: summary.documents,
		sheets: summary.sheets,
		// A total due date stands on a paper only where the regulation's data hold a total term with its source.
		dueOn: null
	};
}

/** How many dispatches a day table 1 asks for at least. */
export const LEAST_DISPATCHES = 2;
