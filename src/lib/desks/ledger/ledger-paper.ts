import { firstRun } from '#lib/domain/documents/print-run.ts';
import { type LedgerFate, ledgerSheet } from '#lib/domain/documents/ledger-sheet.ts';
import { type PaperModel } from '#lib/domain/documents/paper-model.ts';
import { type Hand } from '#lib/domain/application/application.ts';
import { type LedgerLine, type LineFate } from '#lib/domain/ledger/ledger-line.ts';
import { daysOfMonth, type Month } from '#lib/domain/ledger/month.ts';
import { type PaperNumber } from '#lib/domain/number/paper-number.ts';
import { type Regulation } from '#lib/domain/regulation/regulation.ts';
import { ALMATY, localOf } from '#lib/domain/time/zone.ts';

/** Who keeps and reads a ledger, as papers name them. */
export const KEEPERS = {
	chancery: { kk: 'Кеңсе қызметкері', ru: 'Сотрудник канцелярии' },
	executor: { kk: 'Жауапты орындаушы', ru: 'Ответственный исполнитель' },
	head: { kk: 'Басшы', ru: 'Руководитель' }
} as const;

type LedgerSurroundings = {
	body: { kk: string; ru: string };
	regulation: Pick<Regulation, 'ledger' | 'resultPaper'>;
	month: Month;
	keptBy: { role: keyof typeof KEEPERS; name: string };
	/** Surname and initials of a person. */
	staff: (id: string) => string;
	now: number;
};

/** «м.а. · и.о.» belongs to the name of one who signs for the head. */
const ACTING = ' (м.а. · и.о.)';

/** A month of a service's book, with the lines in its order. */
export function ledgerPaper(lines: readonly LedgerLine[], around: LedgerSurroundings): PaperModel {
	const { body, regulation, month, keptBy, staff, now } = around;
	return ledgerSheet({
		body,
		ledger: regulation.ledger,
		paper: regulation.resultPaper,
		...daysOfMonth(month),
		rows: lines.map((line) => ({
			entry: line.entry ?? '—',
			recordedOn: dayOf(line.recordedAt),
			number: line.number as PaperNumber,
			applicant: line.applicant ?? '—',
			decision: line.decision,
			executor: line.executor ? staff(line.executor) : '—',
			signedBy: line.signedBy ? signerOf(line.signedBy, staff) : '—',
			fate: fateOf(line.fate)
		})),
		keptBy: { role: KEEPERS[keptBy.role], name: keptBy.name },
		run: firstRun(now)
	});
}

const dayOf = (instant: number): string => localOf(instant, ALMATY).date;
const signerOf = (hand: Hand, staff: (id: string) => string) => `${staff(hand.staff)}${hand.acting ? ACTING : ''}`;
const fateOf = (fate: LineFate): LedgerFate =>
	fate.kind === 'waiting' ? { kind: 'waiting' } : { kind: fate.kind, on: dayOf(fate.at) };
