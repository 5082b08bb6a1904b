import { describe, expect, it } from 'vitest';
import { aStory } from '../../../../tests/support/a-story.ts';
import { type AcceptForm, problemsOf } from '#lib/domain/application/commands/accept.ts';
import { type ApplicationSummary } from '#lib/domain/application/summary.ts';
import { type FactId } from '#lib/domain/fact/ids.ts';
import { blankDraft, formOf, type AcceptDraft } from './accept-draft.ts';
import { KAZAKH_LETTERS, kazakhLetterOf } from '#lib/tools/typing/kazakh-letters.ts';
import { anewFor, earlierFirst, personKeysOf, stillOpen, withPerson } from './accept-prefill.ts';
import { screenProblems } from './accept-problems.ts';

const good: AcceptDraft = {
	...blankDraft(() => 'f-1' as FactId),
	iin: '900101300017',
	surname: 'Оспанов',
	given: 'Ержан',
	address: 'Шымкент',
	phone: '8 701 123 45 67',
	regulation: 'child-benefit-under-18',
	documents: [{ id: 'd1', name: 'Өтініш', form: 'original', sheets: '1', suggested: true }]
};
const around = { today: '2026-11-23', openNumber: null, bodyWanted: false, serviceElsewhere: null };
const at = (draft: AcceptDraft, more = {}) =>
	screenProblems(draft, { ...around, ...more }).map(({ fieldId, key }) => `${fieldId} ${key}`);
const codes = (form: Partial<AcceptForm>) =>
	problemsOf({ ...formOf(good), ...form }, '2026-11-23').map(({ field, code }) => `${field} ${code}`);

describe('what is wrong with a visit', () => {
	it('D30 tells a missing IIN, letters, a wrong century and a day to come apart', () => {
		expect(codes({})).toEqual([]);
		expect(codes({ iin: '' })).toEqual(['iin iinMissing']);
		expect(codes({ iin: '90010130001A' })).toEqual(['iin iinNotDigits']);
		expect(codes({ iin: '900101900017' })).toEqual(['iin iinCentury']);
		expect(codes({ iin: '991231500011' })).toEqual(['iin iinFuture']);
	});

	it('D30 tells a name with other signs and a telephone of too few digits', () => {
		expect(codes({ surname: 'Оспанов7', phone: '8-70' })).toEqual(['surname nameLetters', 'phone phoneMissing']);
		expect(codes({ noPhone: true, phone: '' })).toEqual([]);
		const representative = { surname: 'Оспанова', given: '', patronymic: '№', iin: '900101300018', basis: ' ' };
		expect(codes({ represented: 'legal', representative })).toEqual([
			'representativeGiven givenMissing',
			'representativePatronymic nameLetters',
			'representativeIin iinCheck',
			'representativeBasis basisMissing'
		]);
	});

	it('P69 a text longer than its field holds is told at the field, whole, and so are too many documents', () => {
		const document = (name: string) => ({ name, form: 'copy' as const, sheets: '1' });
		expect(codes({ address: 'а'.repeat(300), documents: [document('қ'.repeat(300))] })).toEqual([]);
		expect(
			codes({ address: 'а'.repeat(301), surname: 'Ә'.repeat(101), documents: [document('қ'.repeat(301))] })
		).toEqual(['surname tooLong', 'address tooLong', 'document-0-name tooLong']);
		const many = Array.from({ length: 61 }, (_, index) => document(`Құжат ${index}`));
		expect(codes({ documents: many })).toEqual(['documents tooMany']);
		expect(problemsOf({ ...formOf(good), address: 'а'.repeat(4001) })).toEqual([
			{ field: 'address', code: 'tooLong', params: { n: 4001, max: 300 } }
		]);
	});

	it('Q23 a person is known by the IIN, or without one by the document, in whichever alphabet its letters are', () => {
		const none = { iin: '', withoutIin: true, identityNumber: '' };
		expect(personKeysOf({ ...none, iin: '900101300017', withoutIin: false })).toEqual(['iin:900101300017']);
		expect(personKeysOf({ ...none, identityNumber: 'N 12345678' })).toEqual(
			personKeysOf({ ...none, identityNumber: 'н12345678' })
		);
		expect(personKeysOf({ ...none, identityNumber: 'N 12345678' })).toHaveLength(1);
		expect(personKeysOf(none)).toEqual([]);
	});

	it('D36 an open application of the person stops a second one until it is wanted on purpose', () => {
		expect(at(good, { openNumber: '1000 0700' })).toEqual(['secondAllowed errors.unfinished']);
		expect(at({ ...good, secondAllowed: true }, { openNumber: '1000 0700' })).toEqual([]);
	});

	it('D37 every problem stands at its control, in the order of the screen; a row of documents keeps its own id', () => {
		const rows = [
			{ id: 'd0', name: 'Ұсыныс', form: 'copy' as const, sheets: '', suggested: true },
			{ id: 'd1', name: '', form: 'copy' as const, sheets: '1000', suggested: false }
		];
		const draft = { ...good, withoutIin: true, surname: '', documents: rows };
		expect(at(draft, { bodyWanted: true, serviceElsewhere: 'services.notHere' })).toEqual([
			'noIin errors.noIinReason',
			'identityNumber errors.identityDocumentMissing',
			'surname errors.surname',
			'service services.notHere',
			'body errors.chooseOne',
			'document-d1-name errors.documentName',
			'document-d1-sheets errors.sheets'
		]);
	});
});

describe('the person of an earlier application', () => {
	const row = (number: string, state: string, acceptedAt: number) =>
		({ number, state, acceptedAt }) as unknown as ApplicationSummary;

	it('D35 the latest is offered first, and one known by its number only is not offered', () => {
		const rows = [row('1', 'open', 10), row('2', 'numberOnly', 30), row('3', 'handedOut', 20)];
		expect(earlierFirst(rows).map(({ number }) => number)).toEqual(['3', '1']);
		expect(stillOpen(rows).map(({ number }) => number)).toEqual(['1']);
	});

	it('D35 name, address and telephone come over without service and papers, and wait to be compared', () => {
		const person = { surname: 'Әли', given: 'Айгүл', address: 'Абай 1', documents: ['Өтініш'] };
		const draft = withPerson({ ...good, patronymic: 'Х', comparedWithDocument: true }, person, {
			number: '9',
			acceptedAt: 3
		});
		expect(draft).toMatchObject({ iin: good.iin, surname: 'Әли', patronymic: '', address: 'Абай 1', noPhone: true });
		expect(draft).toMatchObject({ regulation: good.regulation, documents: good.documents });
		expect(at(draft)).toEqual(['comparedWithDocument errors.checkedAgainstDocument']);
		expect(at({ ...draft, comparedWithDocument: true })).toEqual([]);
	});

	it('D42 a new application for the same person asks for the same service; who it is has to be compared again', () => {
		const acceptance = aStory();
		acceptance.accepted({}, { language: 'ru' });
		const { applicant, ...known } = acceptance.fold().acceptance!;
		const draft = anewFor(
			blankDraft(() => 'f-2' as FactId),
			{ ...known, applicant: applicant! },
			'17',
			5
		);
		expect(draft).toMatchObject({
			startedAt: 5,
			iin: '900101300017',
			surname: 'Оспанов',
			language: 'ru',
			regulation: 'child-benefit-under-18',
			documents: [],
			prefilledFrom: { number: '17' },
			comparedWithDocument: false
		});
	});
});

describe('letters', () => {
	it('D40 AltGr gives all nine letters, capital with Shift, and other keys give nothing', () => {
		const keys = ['KeyF', 'KeyU', 'KeyR', 'KeyY', 'KeyJ', 'KeyE', 'KeyQ', 'BracketLeft', 'KeyB'];
		const typed = keys.map((code) => kazakhLetterOf({ code, altGraph: true, shiftKey: false }));
		expect(typed).toEqual([...KAZAKH_LETTERS]);
		expect(kazakhLetterOf({ code: 'KeyF', altGraph: true, shiftKey: true })).toBe('Ә');
		expect(kazakhLetterOf({ code: 'KeyF', altGraph: false, shiftKey: false })).toBeUndefined();
		expect(kazakhLetterOf({ code: 'KeyZ', altGraph: true, shiftKey: false })).toBeUndefined();
	});
});
