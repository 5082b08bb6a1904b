import { describe, expect, it, vi } from 'vitest';
import { type PaperNumber } from '#lib/domain/number/paper-number.ts';
import { verdictOf } from './list-verdict.ts';

vi.mock('#lib/device/input/scans.svelte.ts', () => ({ scans: {} }));

const number = '2344770000602260' as PaperNumber;
const list = { purpose: 'resultsArrive', total: 3, left: 0, hasRegister: true, window: '' } as const;
const shown = (outcome: Parameters<typeof verdictOf>[0]) => {
	const { kind, word, todo } = verdictOf(outcome, list);
	return [kind, word, todo ?? ''];
};

describe('the last word on a list', () => {
	it('D90 is that of the row, when a person has told what was found of it', () => {
		expect(shown({ kind: 'judged', verdict: { kind: 'ok', org: null }, number })).toEqual(['ok', 'Түсті', 'Қалды: 0']);
		expect(shown({ kind: 'marked', number, mark: 'damaged' })).toEqual(['info', 'Бүлінген', '']);
		expect(shown({ kind: 'marked', number, mark: 'scanned' })).toEqual(['info', 'Түсті', '']);
	});

	it('D90 tells what was added without scanning, with the total', () => {
		expect(shown({ kind: 'addedAll', count: 2 })).toEqual(['ok', 'Қосылды', 'Барлығы: 3']);
	});
});
