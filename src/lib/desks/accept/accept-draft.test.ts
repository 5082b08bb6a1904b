import { describe, expect, it } from 'vitest';
import { type FactId } from '#lib/domain/fact/ids.ts';
import { catalogued } from '#lib/domain/regulation/catalogued.ts';
import { regulations } from '#lib/law/catalog.ts';
import {
	blankDraft,
	broughtDocuments,
	formOf,
	isBlank,
	missingDocuments,
	oneMoreFor,
	readDraft
} from './accept-draft.ts';
import { totalsOf, withSuggestions } from './accept-suggestions.ts';

let ids = 0;
const newId = () => `id-${++ids}` as FactId;
const childBenefit = regulations[2]!;
const wheelchair = regulations[5]!;

describe('drafts', () => {
	it('D31 a draft of an older version keeps what it has and begins the rest empty', () => {
		const old = { factId: 'f-1', surname: 'Оспанов', noIin: 'foreigner', documents: [{ name: 'Өтініш', sheets: '2' }] };
		const draft = readDraft(old, newId);
		expect(draft).toMatchObject({ factId: 'f-1', surname: 'Оспанов', withoutIin: true, address: '', represented: '' });
		expect(draft.documents).toMatchObject([{ name: 'Өтініш', form: 'copy', sheets: '2', suggested: false }]);
		expect(draft.documents[0]!.id).not.toBe('');
	});

	it('D31 a damaged field or an unreadable draft never stops the screen', () => {
		expect(readDraft({ surname: 7, language: 'en', representative: null, given: 'Ержан' }, newId)).toMatchObject({
			surname: '',
			language: 'kk',
			given: 'Ержан',
			representative: { surname: '' }
		});
		expect(isBlank(readDraft('nonsense', newId))).toBe(true);
	});

	it('D31 what was written is read back the same', () => {
		const draft = { ...blankDraft(newId), startedAt: 5, surname: 'Әлі', phone: '8701' };
		expect(readDraft(JSON.parse(JSON.stringify(draft)), newId)).toEqual(draft);
	});

	it('D32 a form is blank until something is typed, whenever its clock began', () => {
		const blank = blankDraft(newId);
		expect(isBlank({ ...blank, startedAt: 99 })).toBe(true);
		expect(isBlank({ ...blank, given: 'Ә' })).toBe(false);
	});

	it('D32 one more application keeps the person and becomes another fact', () => {
		const first = { ...blankDraft(newId), iin: '900101300017', surname: 'Оспанов', regulation: childBenefit.id };
		const next = oneMoreFor({ ...first, secondAllowed: true }, newId, 77);
		expect(next).toMatchObject({ iin: '900101300017', surname: 'Оспанов', regulation: '', documents: [] });
		expect(next).toMatchObject({ startedAt: 77, secondAllowed: false });
		expect(next.factId).not.toBe(first.factId);
	});
});

describe('documents of a visit', () => {
	const offered = withSuggestions([], childBenefit, 'kk', newId);

	it('D33 a suggestion without sheets was not brought, a typed document without sheets still counts', () => {
		const typed = { id: 'x', name: 'Анықтама', form: 'copy' as const, sheets: '', suggested: false };
		const rows = [{ ...offered[0]!, sheets: '2' }, ...offered.slice(1), typed];
		expect(broughtDocuments(rows).map(({ name }) => name)).toEqual([offered[0]!.name, 'Анықтама']);
		expect(missingDocuments(rows)).toEqual(offered.slice(1));
		expect(totalsOf(broughtDocuments(rows))).toEqual({ documents: 2, sheets: 2 });
		const form = formOf({ ...blankDraft(newId), documents: rows });
		expect(form.documents).toEqual([
			{ name: offered[0]!.name, form: offered[0]!.form, sheets: '2' },
			{ name: 'Анықтама', form: 'copy', sheets: '' }
		]);
	});

	it.each(['', '  ', '\u200b', '\ufeff'])('D85 a row that was opened and left empty («%s») is nothing', (nothing) => {
		const empty = { id: 'x', name: nothing, form: 'original' as const, sheets: nothing, suggested: false };
		const rows = [{ ...offered[0]!, sheets: '2' }, empty];
		expect(broughtDocuments(rows)).toEqual([rows[0]]);
		expect(missingDocuments(rows)).toEqual([]);
		expect(isBlank({ ...blankDraft(newId), documents: [empty] })).toBe(true);
		expect(
			broughtDocuments([
				{ ...empty, sheets: '1' },
				{ ...empty, name: 'Анықтама' }
			])
		).toHaveLength(2);
	});

	it('D34 another service takes untouched suggestions away, keeps what was counted or typed, offers nothing twice', () => {
		const counted = { ...offered[1]!, sheets: '1' };
		const typed = { id: 'x', name: 'Анықтама', form: 'copy' as const, sheets: '', suggested: false };
		const rows = withSuggestions([offered[0]!, counted, ...offered.slice(2), typed], wheelchair, 'ru', newId);
		expect(rows.slice(0, 2)).toEqual([counted, typed]);
		const kinds = rows.map(({ name }) => catalogued(wheelchair, name)?.kk ?? name);
		expect(new Set(kinds).size).toBe(kinds.length);
		expect(kinds).toEqual(expect.arrayContaining(wheelchair.requiredDocuments.map(({ kk }) => kk)));
	});

	it('D34 a name is known as an example in both languages, whatever its letters look like', () => {
		const { kk, ru } = childBenefit.requiredDocuments[0]!;
		expect(catalogued(childBenefit, ` ${kk.toUpperCase()} `)?.ru).toBe(ru);
		expect(catalogued(childBenefit, ru)?.kk).toBe(kk);
		expect(catalogued(childBenefit, 'Анықтама')).toBeUndefined();
	});
});
