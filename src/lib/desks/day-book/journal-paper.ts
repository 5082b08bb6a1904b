import { firstRun } from '#lib/domain/documents/print-run.ts';
import { journalSheet } from '#lib/domain/documents/journal-sheet.ts';
import { type Bilingual, type PaperModel } from '#lib/domain/documents/paper-model.ts';
import { type PaperNumber } from '#lib/domain/number/paper-number.ts';
import { type Law } from '#lib/domain/regulation/law.ts';
import { type PlainDate } from '#lib/domain/time/plain-date.ts';
import { ALMATY, localOf } from '#lib/domain/time/zone.ts';
import { formatTime } from '#lib/i18n/formats.ts';
import { type JournalLine } from './journal-lines.ts';
import { serviceNumberOf } from '#lib/tools/rounds/register-paper.ts';

type JournalSurroundings = {
	center: Bilingual;
	day: PlainDate;
	staff: (id: string) => string;
	now: number;
	law: Law;
};

/** The day's journal, with the collector's column: signed on the device, or empty for a signature by hand. */
export function journalPaper(lines: readonly JournalLine[], around: JournalSurroundings): PaperModel {
	const { center, day, staff, now, law } = around;
	return journalSheet({
		center,
		from: day,
		to: day,
		rows: lines.map(({ row, acceptedBy, collected }) => {
			const accepted = localOf(row.acceptedAt, ALMATY);
			return {
				number: row.number as PaperNumber,
				acceptedOn: accepted.date,
				acceptedAtMinutes: accepted.minutes,
				applicant: row.name ?? '—',
				service: serviceNumberOf(law, row.regulation),
				documents: row.documents,
				sheets: row.sheets,
				inspector: acceptedBy ? staff(acceptedBy) : '—',
				window: row.window ?? '—',
				collectedBy: collected ? `${staff(collected.by)}, ${formatTime(localOf(collected.at, ALMATY).minutes)}` : null
			};
		}),
		run: firstRun(now)
	});
}
