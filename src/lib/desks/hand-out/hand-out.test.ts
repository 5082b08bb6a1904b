import { describe, expect, it } from 'vitest';
import { type Application } from '#lib/domain/application/application.ts';
import { decide } from '#lib/domain/application/decide.ts';
import { paperText } from '#lib/domain/documents/testing/paper-text.ts';
import { fullName } from '#lib/domain/text/person-name.ts';
import { type PlainDate } from '#lib/domain/time/plain-date.ts';
import { type FactId, type StaffId } from '#lib/domain/fact/ids.ts';
import { aStory, CENTER, type Story } from '../../../../tests/support/a-story.ts';
import { regulations } from '#lib/law/catalog.ts';
import { handOutCommand, type HandOutForm, handOutFormOf, handOutProblems, withReceiver } from './hand-out-form.ts';
import { acknowledgementPaper } from '#lib/tools/acknowledgement/acknowledgement-paper.ts';

function ready(represented = false): Story {
	const story = aStory();
	const body = {
		documents: [
			{ form: 'copy' as const, sheets: 2 },
			{ form: 'original' as const, sheets: 3 }
		],
		...(represented ? { represented: 'legal' as const } : {})
	};
	const recorded = story.recorded(
		story.signed(story.drafted(story.assigned(story.registered(story.accepted({}, body)))))
	);
	if (represented) {
		const accepted = story.facts[0]!;
		if (accepted.type === 'accepted' && accepted.details)
			accepted.details.representative = { surname: 'Оспанова', given: 'Сара', basis: 'анасы' };
	}
	story.resultsArrived(story.returned(recorded));
	return story;
}

const formOf = (application: Application, more: Partial<HandOutForm> = {}): HandOutForm => ({
	...handOutFormOf(application, true),
	...more
});
const TODAY = '2026-12-07' as PlainDate;
const fieldsOf = (form: HandOutForm) => handOutProblems(form, TODAY).map(({ field }) => field);

/** The acknowledgement after this form was recorded. */
function paperOf(story: Story, form: HandOutForm): string {
	const verdict = decide(story.fold(), handOutCommand(form), {
		actor: 'staff-1' as StaffId,
		role: 'centerInspector',
		org: CENTER,
		window: '2',
		now: 0,
		newId: () => 'new' as FactId
	});
	if (!verdict.ok) throw new Error(verdict.code);
	const [draft] = verdict.value;
	story.take(draft!, { window: '2' });
	const model = acknowledgementPaper(story.fold(), {
		regulation: regulations.find(({ number }) => number === 3),
		outcome: null,
		inspector: 'Сейітова А.М.',
		copy: 1,
		now: 0
	});
	return paperText(model!);
}

describe('the form of a hand-out', () => {
	it('H1 begins with the applicant and the originals of the packet', () => {
		const form = formOf(ready().fold());
		expect(form).toMatchObject({ to: 'applicant', surname: 'Оспанов', originalDocuments: '1', originalSheets: '3' });
		expect(handOutProblems(form, TODAY)).toEqual([]);
	});

	it('H2 another receiver is never written under the name of the applicant', () => {
		const application = ready().fold();
		const form = withReceiver(formOf(application), 'powerOfAttorney', application);
		expect([form.surname, form.given, form.patronymic]).toEqual(['', '', '']);
		expect(withReceiver(form, 'applicant', application).surname).toBe('Оспанов');
	});

	it('H2 the representative of the application is offered', () => {
		const application = ready(true).fold();
		const form = withReceiver(formOf(application), 'legal', application);
		expect(form).toMatchObject({ surname: 'Оспанова', given: 'Сара', basis: 'анасы' });
	});

	it('H3 without the receipt a document is asked for, with it not', () => {
		const application = ready().fold();
		expect(fieldsOf(formOf(application, { withReceipt: 'no' }))).toEqual(['identityNumber']);
		expect(fieldsOf(formOf(application, { withReceipt: 'no', identityNumber: '041234417' }))).toEqual([]);
	});

	it('H3 a proxy shows a document and the power of attorney with number and date', () => {
		const form = formOf(ready().fold(), { to: 'powerOfAttorney', proxyDate: '31.02.2026' });
		expect(fieldsOf(form)).toEqual(['proxyNumber', 'proxyDate', 'identityNumber']);
	});

	it('H21 a power of attorney has a number and is of today or earlier; each fault has its own sentence', () => {
		const proxy = { to: 'powerOfAttorney', identityNumber: '1', proxyNumber: '12-7', proxyDate: '07.12.2026' } as const;
		const found = (more: Partial<HandOutForm>) =>
			handOutProblems(formOf(ready().fold(), { ...proxy, ...more }), TODAY).map(({ key }) => key);
		expect(found({})).toEqual([]);
		expect(found({ proxyDate: '7.12.2026' })).toEqual([]);
		expect(found({ proxyDate: '08.12.2026' })).toEqual(['handOut.proxyDateAhead']);
		expect(found({ proxyDate: '01.01.2046' })).toEqual(['handOut.proxyDateAhead']);
		expect(found({ proxyDate: '' })).toEqual(['handOut.proxyDateWrong']);
		expect(found({ proxyNumber: '  ' })).toEqual(['handOut.proxyNumberMissing']);
	});

	it('H4 a refusal is explained first', () => {
		const form = formOf(ready().fold(), { outcome: 'refusal' });
		expect(fieldsOf(form)).toEqual(['explained']);
		expect(fieldsOf({ ...form, explained: true })).toEqual([]);
	});

	it('H4 what the paper is must be told where the decision has not come to this device', () => {
		expect(fieldsOf(formOf(ready().fold(), { outcome: '' }))).toEqual(['outcome']);
	});

	it('H5 the receipt is the document shown where no other is', () => {
		const story = ready();
		const text = paperOf(story, formOf(story.fold()));
		expect(text).toContain('Оспанов Ержан');
		expect(text).toContain('қолхат');
	});

	it('H5 a proxy stands on the paper with the power of attorney and the document', () => {
		const story = ready();
		const text = paperOf(
			story,
			formOf(story.fold(), {
				...{ to: 'powerOfAttorney', surname: 'Ким', given: 'Анна', proxyNumber: '12-7', proxyDate: '01.11.2026' },
				...{ identityKind: 'passport', identityNumber: 'N 12345678' }
			})
		);
		expect(text).toContain('№ 12-7, 01.11.2026');
		expect(text).toContain('паспорт');
		expect(text).toMatch(/•+\s678/u);
	});

	it('H22 the result is called what its regulation calls it, and all hands are named', () => {
		const story = ready();
		const application = story.fold();
		const proxy = { to: 'powerOfAttorney', surname: 'Ким', given: 'Анна', proxyNumber: '12-7' } as const;
		const form = formOf(application, {
			...{ ...proxy, proxyDate: '01.11.2026', identityNumber: 'N 12345678', signedFor: true, signer: 'Ли Олег' }
		});
		const text = paperOf(story, form);
		expect(text).toContain('Ким Анна');
		expect(text, 'the applicant beside the proxy').toContain(fullName(application.acceptance!.applicant!));
		expect(text, 'who signs for her').toContain('Ли Олег');
	});

	it('H6 the fact says what the form holds, names put right', () => {
		const form = formOf(ready().fold(), { surname: '  Ким ', signedFor: true, signer: 'Ли А.', originalSheets: '7' });
		expect(handOutCommand(form)).toMatchObject({
			withReceipt: true,
			signedFor: true,
			originals: { documents: 1, sheets: 7 },
			details: { receiver: { surname: 'Ким', given: 'Ержан', patronymic: 'Қайратұлы' }, signer: 'Ли А.' }
		});
	});
});
