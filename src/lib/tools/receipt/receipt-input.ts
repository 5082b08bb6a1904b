import { shortWeekdayName } from '#lib/domain/text/calendar-words.ts';
import { type Acceptance, type Application } from '#lib/domain/application/application.ts';
import { maskDocumentNumber } from '#lib/domain/documents/acknowledgement.ts';
import { type Bilingual } from '#lib/domain/documents/paper-model.ts';
import { type PaperHistory } from '#lib/domain/documents/print-run.ts';
import { type ReceiptDocument, type ReceiptInput } from '#lib/domain/documents/receipt.ts';
import { type BodyOf } from '#lib/domain/fact/fact.ts';
import { type PaperNumber } from '#lib/domain/number/paper-number.ts';
import { type Law } from '#lib/domain/regulation/law.ts';
import { type Regulation } from '#lib/domain/regulation/regulation.ts';
import { fullName } from '#lib/domain/text/person-name.ts';
import { dueDateOf } from '#lib/domain/time/due.ts';
import { type OfficeHours } from '#lib/domain/time/office-hours.ts';
import { ALMATY, localOf } from '#lib/domain/time/zone.ts';
import { type OrgEntry } from '#lib/protocol/context-messages.ts';
import { catalogued } from '#lib/domain/regulation/catalogued.ts';

export type PrintReason = NonNullable<BodyOf<'printed'>['reason']>;

/** The reasons of a reprint as the paper says them. */
const REASONS: Readonly<Record<Exclude<PrintReason, 'first'>, Bilingual>> = {
	printerFailed: { kk: 'принтер ақауы', ru: 'неисправность принтера' },
	lost: { kk: 'өтініш беруші жоғалтқан', ru: 'утеряна заявителем' },
	amended: { kk: 'деректер өзгертілді', ru: 'данные изменены' },
	other: { kk: 'өзге себеп', ru: 'иная причина' }
};

/** Why a paper is printed again, in the words of its foot. */
export const reprintReasonOf = (reason: PrintReason): Bilingual => REASONS[reason === 'first' ? 'other' : reason];

/** What is known around an application when its receipt is printed. */
type ReceiptSurroundings = {
	/** The Center that accepted it. */
	org: Pick<OrgEntry, 'name' | 'address' | 'phones'> & { hours?: OfficeHours };
	/** Full name of who pressed *Accept*. */
	inspector: string;
	regulation: Regulation | undefined;
	law: Law;
	/** Hash of the acceptance fact, as its text was written. */
	factHash: string;
	copy: number;
	reason: PrintReason;
	now: number;
};

/**
 * The receipt's content from the application as the facts tell it.
 * @throws TypeError if the application is known by its number only, or its personal part is purged: then nothing can be printed
 */
export function receiptInputOf(application: Application, around: ReceiptSurroundings): ReceiptInput {
	const { acceptance } = application;
	if (!acceptance?.applicant) throw new TypeError('A receipt needs the acceptance with its personal part');
	const { applicant } = acceptance;
	const { org, regulation, law, copy, reason } = around;
	const areHoursExample = law.directory.officeHours.center.example === true;
	const documents = documentsOf(application, regulation);
	return {
		number: application.number as PaperNumber,
		factHash: around.factHash,
		acceptedAt: localOf(acceptance.at, ALMATY),
		center: {
			name: org.name,
			address: org.address,
			phone: org.phones[0] ?? '',
			hours: org.hours ? hoursText(org.hours, areHoursExample) : null
		},
		applicant: {
			fullName: fullName(applicant),
			iin: applicant.iin ?? null,
			identityDocument: applicant.identityDocument
				? `${applicant.identityDocument.kind}, № ${maskDocumentNumber(applicant.identityDocument.number)}`
				: null
		},
		representative: representativeOf(acceptance),
		service: regulation?.name ?? { kk: acceptance.body.regulation.id, ru: acceptance.body.regulation.id },
		documents,
		dueOn: dueOnOf(acceptance, regulation, law),
		inspector: {
			fullName: around.inspector,
			window: Number(acceptance.window ?? 0)
		},
		history: historyOf(application),
		run: {
			copy,
			reprintReason: copy === 1 ? null : reprintReasonOf(reason),
			printedAt: localOf(around.now, ALMATY),
			exampleData: documents.some(({ example }) => example) || areHoursExample,
			training: false
		}
	};
}

/** The day on which the result is due, `YYYY-MM-DD`; null while no total term with its source is in the regulation's data. */
export function dueOnOf(
	acceptance: Acceptance,
	regulation: Regulation | undefined,
	{ calendarOf, directory }: Law
): string | null {
	if (!regulation?.totalTerm) return null;
	const hours = directory.officeHours[regulation.officeHours];
	const calendar = calendarOf(acceptance.body.body);
	return dueDateOf(regulation.totalTerm.limit, acceptance.at, { zone: ALMATY, hours, calendar });
}

/** A name from the example list prints in both languages and says that it is an example; a typed one prints as typed. */
function documentsOf(application: Application, regulation: Regulation | undefined): ReceiptDocument[] {
	return application.documents.map(({ name, form, sheets }) => {
		const entry = name === null ? undefined : catalogued(regulation, name);
		return {
			name: entry ? { kk: entry.kk, ru: entry.ru } : (name ?? '—'),
			form,
			sheets,
			example: entry?.example === true
		};
	});
}

function representativeOf({ applicant, body }: Acceptance): ReceiptInput['representative'] {
	const person = applicant?.representative;
	if (!person) return null;
	const legal = body.represented !== 'powerOfAttorney';
	const kind: Bilingual = legal
		? { kk: 'заңды өкіл', ru: 'законный представитель' }
		: { kk: 'сенімхат', ru: 'доверенность' };
	return { fullName: fullName(person), kind, basis: person.basis };
}

/** Accepted without a line, and the latest change that still counts. */
export function historyOf({ acceptance, story }: Application): PaperHistory {
	const amended = story.findLast(({ fact, dead }) => fact.type === 'amended' && dead === null);
	const what: Bilingual =
		amended?.fact.type === 'amended' && amended.fact.body.what === 'applicant'
			? { kk: 'Деректер түзетілді', ru: 'Данные исправлены' }
			: { kk: 'Құжат қосылды', ru: 'Добавлены документы' };
	return {
		acceptedOffline: acceptance?.body.offline === true,
		amendment: amended ? { at: localOf(amended.at, ALMATY), what } : null
	};
}

/** «09:00–20:00 (дс–сб · пн–сб)»; the Centers' hours are example data, and say so. */
function hoursText({ open, close, weekdays }: OfficeHours, areExample: boolean): string {
	const days = (lang: 'kk' | 'ru') => {
		const names = weekdays.map((day) => shortWeekdayName(day, lang));
		const inRow = weekdays.every((day, index) => index === 0 || day === weekdays[index - 1]! + 1);
		return inRow && names.length > 2 ? `${names[0]}–${names.at(-1)}` : names.join(', ');
	};
	const mark = areExample ? ' (мысал · пример)' : '';
	return `${clock(open)}–${clock(close)}, ${days('kk')} · ${days('ru')}${mark}`;
}

const clock = (minutes: number) =>
	`${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
