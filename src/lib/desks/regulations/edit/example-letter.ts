import { officialDates } from '#lib/domain/documents/paper-dates.ts';
import { type Bilingual, type PaperModel } from '#lib/domain/documents/paper-model.ts';
import { type LetterOutcome, resultLetter } from '#lib/domain/documents/result-letter.ts';
import { paragraphsOf } from '#lib/domain/documents/result-template.ts';
import { filledLetter, type LetterFields } from '#lib/domain/examination/letter-template.ts';
import { sampleFields, withOwnFields } from '#lib/domain/examination/own-fields.ts';
import { formatNumber, makePaperNumber, resultNumberOf } from '#lib/domain/number/paper-number.ts';
import { type Regulation } from '#lib/domain/regulation/regulation.ts';
import { type RegulationEdit } from '#lib/domain/regulation/regulation-edit.ts';
import { type Directory } from '#lib/domain/org/directory.ts';
import { type Lang } from '#lib/domain/text/lang.ts';
import { type LocalMoment } from '#lib/domain/documents/paper-dates.ts';

/** Somebody who has never applied: the screens' own example person, on a number that no device gives. */
const APPLICANT = {
	fullName: 'Оспанов Ержан Қайратұлы',
	iin: '900101300017',
	address: 'Шымкент қаласы, Сайрам көшесі, 14-үй'
};
const NUMBER = makePaperNumber(1, 99_999, 1, 0);
const EXPLANATION: Bilingual = { kk: 'Мұнда орындаушының түсіндірмесі тұрады.', ru: 'Здесь пояснение исполнителя.' };

/** What the example application fills a template with. @param day on which it was accepted, `YYYY-MM-DD` */
function exampleFields({ name }: Pick<Regulation, 'name'>, body: Bilingual, day: string): LetterFields {
	const number = formatNumber(NUMBER);
	return {
		applicant: { kk: APPLICANT.fullName, ru: APPLICANT.fullName },
		service: { kk: name.kk, ru: name.ru },
		date: officialDates(day),
		number: { kk: number, ru: number },
		body
	};
}

export type ExampleLetter = {
	regulation: Pick<Regulation, 'name' | 'resultPaper' | 'letterFields'>;
	/** The templates and grounds as they are being edited. */
	edit: Pick<RegulationEdit, 'letters' | 'refusalGrounds'>;
	decision: 'notice' | 'refusal';
	/** The applicant's language: its text stands first. */
	language: Lang;
	now: LocalMoment;
	/** The first body of it sends the letter. */
	directory: Directory;
};

/**
 * The paper that a template makes, for an example application; a field that letters do not have stays in its braces, as it would
 * on paper. A refusal is on the first ground of the list.
 */
export function exampleLetter({ regulation, edit, decision, language, now, directory }: ExampleLetter): PaperModel {
	const [office] = directory.bodies;
	const body = office ? { kk: office.name.kk, ru: office.name.ru } : { kk: '', ru: '' };
	const fields = exampleFields(regulation, body, now.date);
	const template = edit.letters[decision];
	const own = regulation.letterFields ?? [];
	const text = withOwnFields(filledLetter(template, fields), own, sampleFields(own));
	return resultLetter({
		number: resultNumberOf(NUMBER),
		applicationNumber: NUMBER,
		acceptedOn: now.date,
		body: { name: body, address: office?.address ?? '', phone: office?.phones[0] ?? '' },
		ledger: null,
		applicant: APPLICANT,
		service: fields.service,
		language,
		text: { kk: paragraphsOf(text.kk), ru: paragraphsOf(text.ru) },
		outcome: outcomeOf(decision, regulation, edit, fields),
		head: { name: '', acting: false },
		executor: { name: '', phone: '' },
		run: {
			copy: 1,
			reprintReason: null,
			printedAt: now,
			exampleData: template.example || (decision === 'refusal' && edit.letters.appeal.example),
			training: true
		}
	});
}

function outcomeOf(
	decision: ExampleLetter['decision'],
	{ resultPaper }: ExampleLetter['regulation'],
	{ letters, refusalGrounds }: ExampleLetter['edit'],
	fields: LetterFields
): LetterOutcome {
	if (decision === 'notice') return { kind: 'notice', paper: resultPaper };
	const grounds = refusalGrounds.slice(0, 1).map(({ kk, ru, example }) => ({
		name: { kk, ru },
		explanation: EXPLANATION,
		example
	}));
	return { kind: 'refusal', grounds, appeal: filledLetter(letters.appeal, fields) };
}
