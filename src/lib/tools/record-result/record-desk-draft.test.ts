import { describe, expect, it } from 'vitest';
import { type RecordForm } from '#lib/domain/ledger/record-form.ts';
import { isTyped, type KeptRecord, openedForm } from './record-desk-draft.ts';

const form = (more: Partial<RecordForm> = {}): RecordForm => ({
	decision: '',
	executor: '',
	head: 'head-1',
	unprinted: '',
	reason: '',
	entry: '8',
	sheets: '1',
	takenAllowed: false,
	...more
});
const kept = (more: Partial<RecordForm>, offered?: string): KeptRecord => ({
	form: form(more),
	way: 'record',
	...(offered === undefined ? {} : { offered })
});

describe('an entry in the ledger that was begun', () => {
	it('L2 a number that was only offered is offered anew, and what was typed beside it stays', () => {
		const opened = openedForm(kept({ entry: '7', sheets: '3', takenAllowed: true }, '7'), 'record', form());
		expect(opened).toEqual(form({ entry: '8', sheets: '3', takenAllowed: false }));
	});

	it('L2 a number that somebody typed stays as it was typed', () => {
		expect(openedForm(kept({ entry: '7/1', takenAllowed: true }, '7'), 'record', form())).toEqual(
			form({ entry: '7/1', takenAllowed: true })
		);
		expect(openedForm(kept({ entry: '5' }), 'record', form()).entry).toBe('5');
	});

	it('L2 without a draft, or with one of another way, the form of today is opened', () => {
		expect(openedForm(undefined, 'record', form())).toEqual(form());
		expect(openedForm(kept({ entry: '5' }, '7'), 'note', form())).toEqual(form());
	});

	it('L2 a form as it was offered is nothing typed', () => {
		expect(isTyped(form(), form())).toBe(false);
		expect(isTyped(form({ sheets: '2' }), form())).toBe(true);
		expect(isTyped(form({ takenAllowed: true }), form())).toBe(true);
	});
});
