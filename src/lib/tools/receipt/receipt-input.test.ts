import { type OrgId } from '#lib/domain/fact/ids.ts';
import { describe, expect, it } from 'vitest';
import { plainLaw } from '../../../../tests/support/plain-law.ts';
import { aStory, MORNING } from '../../../../tests/support/a-story.ts';
import { regulations } from '#lib/law/catalog.ts';
import { labelPaper } from './label-paper.ts';
import { receiptInputOf } from './receipt-input.ts';

const regulation = regulations[2]!;
const [first] = regulation.requiredDocuments;
const org = {
	name: { kk: 'Орталық', ru: 'Центр' },
	address: 'Абай 1',
	phones: ['8-7252-00-00-00'],
	hours: { open: 540, close: 1080, lunch: null, weekdays: [1, 2, 3, 4, 5] as const }
};
const around = {
	law: plainLaw,
	org: { ...org, hours: { ...org.hours, weekdays: [...org.hours.weekdays] } },
	inspector: 'Сейітова Айгүл',
	regulation
};
const input = (story: ReturnType<typeof aStory>, copy = 1, reason: 'first' | 'lost' = 'first') =>
	receiptInputOf(story.fold(), { ...around, factHash: 'abc', copy, reason, now: MORNING });

function accepted(names: string[]) {
	const story = aStory();
	story.add(
		'accepted',
		{
			regulation: { id: regulation.id, version: 1 },
			entry: 'center',
			center: 'center-04' as OrgId,
			body: 'body-15' as OrgId,
			visitStartedAt: MORNING,
			documents: names.map(() => ({ form: 'copy', sheets: 2 })),
			language: 'kk',
			noIin: 'foreigner',
			represented: 'powerOfAttorney',
			offline: true
		},
		{ window: '2' },
		{
			surname: 'Оспанов',
			given: 'Ержан',
			address: 'Шымкент',
			identityDocument: { kind: 'паспорт', number: 'N1234567' },
			representative: { surname: 'Ли', given: 'Анна', basis: '№ 7, 01.11.2026' },
			documents: names
		}
	);
	return story;
}

describe('the receipt of an application', () => {
	it('D41 tells what the facts tell: person, representative, window, offline, and no day without a term', () => {
		const paper = input(accepted(['Анықтама']));
		expect(paper.applicant).toMatchObject({ fullName: 'Оспанов Ержан', iin: null });
		expect(paper.applicant.identityDocument).toMatch(/^паспорт, № •+\s567$/u);
		expect(paper.representative).toMatchObject({
			fullName: 'Ли Анна',
			kind: { kk: 'сенімхат' },
			basis: '№ 7, 01.11.2026'
		});
		expect(paper.inspector).toEqual({ fullName: 'Сейітова Айгүл', window: 2 });
		expect(paper).toMatchObject({ factHash: 'abc', dueOn: null, history: { acceptedOffline: true, amendment: null } });
		expect(paper.center.hours).toBe('09:00–18:00, дс–жм · пн–пт (мысал · пример)');
	});

	it('D41 an example from the list prints in both languages and is marked, a typed name is not', () => {
		const { documents, run } = input(accepted([first!.ru, 'Анықтама']));
		expect(documents).toMatchObject([
			{ name: { kk: first!.kk, ru: first!.ru }, sheets: 2, example: true },
			{ name: 'Анықтама', example: false }
		]);
		expect(run.exampleData).toBe(true);
	});

	it('D41 a copy after the first says why, even where the reason of the first print was given', () => {
		const story = accepted(['Анықтама']);
		expect(input(story).run).toMatchObject({ copy: 1, reprintReason: null });
		expect(input(story, 2, 'lost').run.reprintReason).toEqual({
			kk: 'өтініш беруші жоғалтқан',
			ru: 'утеряна заявителем'
		});
		expect(input(story, 2).run.reprintReason).toEqual({ kk: 'өзге себеп', ru: 'иная причина' });
	});

	it('D41 a later copy says the latest amendment and lists the documents brought later', () => {
		const story = accepted(['Анықтама']);
		const acceptance = story.facts[0]!.id;
		story.add(
			'amended',
			{ what: 'documents', documents: [{ form: 'original', sheets: 1 }] },
			{ on: [acceptance] },
			{ documents: ['Куәлік'] }
		);
		const paper = input(story, 2, 'lost');
		expect(paper.history.amendment?.what).toEqual({ kk: 'Құжат қосылды', ru: 'Добавлены документы' });
		expect(paper.documents.map(({ name }) => name)).toEqual(['Анықтама', 'Куәлік']);
	});

	it('D41 the label has the place of the body and all sheets', () => {
		const label = labelPaper(accepted(['Анықтама', 'Куәлік']).fold(), plainLaw, MORNING);
		expect(JSON.stringify(label)).toContain('Парақ · л.: 4');
		expect(JSON.stringify(label)).toContain('Орган: Шымкент');
	});
});
