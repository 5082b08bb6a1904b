import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readings } from '#lib/law/all-readings.ts';
import { regulations } from '#lib/law/catalog.ts';
import { plainDate } from '../time/plain-date.ts';
import { lettersOf } from '../examination/letter-template.ts';
import { editFieldId, fieldOfFailure, fieldOfPath } from './edit-fields.ts';
import { type Regulation } from './regulation.ts';
import {
	blankDocument,
	blankGround,
	editOf,
	isOutdated,
	LETTER_NAMES,
	moved,
	nextVersion,
	type RegulationEdit
} from './regulation-edit.ts';
import { type ImportReading, readRegulation } from './regulation-import.ts';

const DAY = '2026-11-23';
const benefit = regulations[2]!;
const ground = {
	versionsOf: (id: string) => regulations.filter((each) => each.id === id),
	inForce: (id: string) => regulations.find((each) => each.id === id),
	services: () => regulations,
	readingIds: readings.map(({ id }) => id),
	today: plainDate(DAY)
};
/** What an import says of a changed draft. */
const read = (change: (edit: RegulationEdit) => void, base: Regulation = benefit): ImportReading => {
	const edit = editOf(base, DAY);
	change(edit);
	return readRegulation(JSON.stringify(nextVersion(edit, base)), ground);
};
const fieldsOf = (reading: ImportReading): string[] => {
	if (reading.ok) return reading.failures.map(fieldOfFailure);
	return reading.why === 'fields' ? reading.problems.map(({ path }) => fieldOfPath(path)) : [];
};

describe('the editable data of a regulation', () => {
	it('G60 left as they were they are the same data: the next version differs in its number and its first day', () => {
		fc.assert(
			fc.property(fc.constantFrom(...regulations), fc.boolean(), (regulation, beforeTemplates) => {
				const { letters: _, ...without } = regulation;
				const base: Regulation = beforeTemplates ? without : regulation;
				expect(nextVersion(editOf(base, DAY), base)).toEqual({ ...base, version: 2, validFrom: DAY });
			})
		);
	});

	it('G60 the first day is the day of the work, or that of a version that begins later', () => {
		expect(editOf(benefit, DAY).validFrom).toBe(DAY);
		const later = { ...benefit, validFrom: '2027-01-01' as Regulation['validFrom'] };
		expect(editOf(later, DAY).validFrom).toBe('2027-01-01');
	});

	it('G60 what is typed is the next version’s: documents, grounds, term, letters, each with its source or as an example', () => {
		const reading = read((edit) => {
			edit.requiredDocuments.push({ ...blankDocument('new'), kk: ' Шарт ', ru: 'Договор', defaultForm: 'original' });
			edit.refusalGrounds[0] = {
				...edit.refusalGrounds[0]!,
				ru: 'Не все документы',
				example: false,
				source: ' Стандарт, 16-тармақ '
			};
			edit.totalTerm = {
				given: true,
				amount: ' 10 ',
				unit: 'workingDays',
				literal: '10 жұмыс күні',
				source: 'Стандарт, 7-тармақ'
			};
			edit.letters.notice.ru = 'Ваше заявление\r\nрассмотрено.\n';
		});
		expect(reading).toMatchObject({ ok: true, failures: [] });
		if (!reading.ok) return;
		const { requiredDocuments, refusalGrounds, totalTerm, letters } = reading.regulation;
		expect(requiredDocuments.at(-1)).toEqual({ kk: 'Шарт', ru: 'Договор', defaultForm: 'original', example: true });
		expect(refusalGrounds[0]).toEqual({
			kk: benefit.refusalGrounds[0]!.kk,
			ru: 'Не все документы',
			source: 'Стандарт, 16-тармақ'
		});
		expect(totalTerm).toEqual({
			limit: { amount: 10, unit: 'workingDays', literal: '10 жұмыс күні' },
			source: 'Стандарт, 7-тармақ'
		});
		expect(letters?.notice.ru).toBe('Ваше заявление\nрассмотрено.');
		expect(new Set(reading.diff.map(({ path }) => path[0]))).toEqual(
			new Set(['version', 'validFrom', 'requiredDocuments', 'refusalGrounds', 'totalTerm', 'letters'])
		);
	});

	it('G60 a term is taken out again, and what was typed for it is left out', () => {
		const base: Regulation = {
			...benefit,
			totalTerm: { limit: { amount: 10, unit: 'workingDays', literal: '10 жұмыс күні' }, source: '7-тармақ' }
		};
		expect(nextVersion(editOf(base, DAY), base)['totalTerm']).toEqual(base.totalTerm);
		const edit = editOf(base, DAY);
		edit.totalTerm.given = false;
		expect(nextVersion(edit, base)).not.toHaveProperty('totalTerm');
	});

	it('G61 what is empty or wrong is told at its field', () => {
		const reading = read((edit) => {
			edit.validFrom = '';
			edit.requiredDocuments[1]!.kk = ' ';
			edit.refusalGrounds.push({ ...blankGround('new'), kk: 'Негіз' });
			edit.totalTerm = { ...edit.totalTerm, given: true, amount: 'он', literal: 'он күн', source: '' };
			edit.letters.appeal.kk = '\n';
		});
		expect(fieldsOf(reading).toSorted()).toEqual([
			'letters-appeal-kk',
			'refusalGrounds-2-ru',
			'requiredDocuments-1-kk',
			'totalTerm-limit-amount',
			'totalTerm-source',
			'validFrom'
		]);
	});

	it('G61 a cross-check that fails is told at its field too', () => {
		const reading = read((edit) => {
			edit.refusalGrounds.push({ ...edit.refusalGrounds[0]!, key: 'new' });
			edit.requiredDocuments[0]!.example = false;
			edit.letters.refusal.example = false;
			edit.letters.notice.kk = '{sum}';
		});
		expect(fieldsOf(reading).toSorted()).toEqual([
			'letters-notice-kk',
			'letters-refusal-source',
			'refusalGrounds-2-kk',
			'requiredDocuments-0-source'
		]);
		expect(fieldOfFailure({ check: 'valid-dates', place: 'validTo', message: '' })).toBe('validFrom');
		expect(fieldOfPath(['table1', 'actions', '#2'])).toBe('validFrom');
		expect(fieldOfPath(['refusalGrounds', '#2', 'ru'])).toBe(editFieldId('refusalGrounds', 1, 'ru'));
	});

	it('G62 a row that is moved loses nothing, and one at the end stays there', () => {
		expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
		expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
		expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
		fc.assert(
			fc.property(fc.array(fc.string()), fc.integer(), fc.integer(), (rows, one, other) => {
				const from = rows.length === 0 ? 0 : Math.abs(one) % rows.length;
				expect(moved(rows, from, other % 10).toSorted()).toEqual(rows.toSorted());
			})
		);
	});

	it('G63 a draft that was begun on an older version is known, and would undo what the newer one changed', () => {
		const edit = editOf(benefit, DAY);
		const newer = structuredClone({ ...benefit, version: 2 });
		newer.refusalGrounds.pop();
		newer.table1.actions[5]!.limit.amount = 7;
		expect(isOutdated(edit, benefit)).toBe(false);
		expect(isOutdated(edit, newer)).toBe(true);
		const next = nextVersion(edit, newer);
		expect(next).toMatchObject({ version: 3, refusalGrounds: benefit.refusalGrounds });
		expect((next['table1'] as Regulation['table1']).actions[5]!.limit.amount, 'what is not edited').toBe(7);
	});
});

describe('templates of letters as data', () => {
	it('G57 the eight hold templates that are examples; a version without templates goes on with those of the program', () => {
		for (const regulation of regulations) {
			const { letters, ...before } = regulation;
			for (const name of LETTER_NAMES) {
				expect(letters?.[name].example).toBe(true);
				expect(lettersOf(before)[name].example).toBe(true);
			}
			expect(letters?.refusal).toEqual(lettersOf(before).refusal);
		}
	});

	it('G80 the next version keeps the fields that the executor types', () => {
		for (const regulation of regulations) {
			expect(regulation.letterFields?.length).toBeGreaterThan(1);
			expect(nextVersion(editOf(regulation, '2026-11-29'), regulation)['letterFields']).toEqual(
				regulation.letterFields
			);
		}
	});

	it('G80 every service names its own fields in both languages of a notice, and says what happens next', () => {
		for (const { letters, letterFields = [] } of regulations) {
			for (const { key, example } of letterFields) {
				expect(letters?.notice.kk).toContain(`{${key}}`);
				expect(letters?.notice.ru).toContain(`{${key}}`);
				expect(example).toBe(true);
			}
			expect(letters?.notice.kk).toContain('Бұдан әрі: ');
			expect(letters?.notice.ru).toContain('Далее: ');
		}
	});
});
