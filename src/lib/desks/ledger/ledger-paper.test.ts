import { describe, expect, it } from 'vitest';
import { paperText } from '#lib/domain/documents/testing/paper-text.ts';
import { type StaffId } from '#lib/domain/fact/ids.ts';
import { type LedgerLine } from '#lib/domain/ledger/ledger-line.ts';
import { month } from '#lib/domain/ledger/month.ts';
import { regulations } from '#lib/law/catalog.ts';
import { MORNING, NUMBER } from '../../../../tests/support/a-story.ts';
import { ledgerPaper } from './ledger-paper.ts';

const line: LedgerLine = {
	number: NUMBER,
	entry: '118',
	recordedAt: MORNING,
	applicant: 'Оспанов Ержан Қайратұлы',
	decision: 'refusal',
	executor: 'staff-9' as StaffId,
	signedBy: { staff: 'staff-5' as StaffId, acting: true, at: MORNING },
	fate: { kind: 'handedOut', at: MORNING + 86_400_000 }
};
const around = {
	body: { kk: 'Бөлім', ru: 'Отдел' },
	regulation: regulations[5]!,
	month: month('2026-11'),
	keptBy: { role: 'chancery', name: 'Оңғарова Д.С.' },
	staff: (id: string) => ({ 'staff-9': 'Әбенов А.', 'staff-5': 'Тілеубаев Е.Ғ.' })[id] ?? id,
	now: MORNING
} as const;

describe('the sheet of a ledger', () => {
	it('L16 has the book, its month, each entry with its hands and fate, and who keeps it', () => {
		const text = paperText(ledgerPaper([line], around));
		expect(text).toContain(regulations[5]!.ledger.kk);
		expect(text).toContain('01.11.2026 – 30.11.2026');
		expect(text).toContain('118\n23.11.2026');
		expect(text).toContain('Оспанов Ержан Қайратұлы');
		expect(text).toContain('Әбенов А.');
		expect(text).toContain('Тілеубаев Е.Ғ. (м.а. · и.о.)');
		expect(text).toMatch(/24\.11\.2026\s+Берілді/u);
		expect(text).toContain('Оңғарова Д.С.');
	});

	it('L16 what is not known on this device stays a dash, and what waits has no day', () => {
		const bare: LedgerLine = {
			...line,
			entry: null,
			applicant: null,
			executor: null,
			signedBy: null,
			fate: { kind: 'waiting', at: null }
		};
		const text = paperText(ledgerPaper([bare], around));
		expect(text).toContain('—\n23.11.2026');
		expect(text).not.toMatch(/\d\d\.\d\d\.2026\s+Берілді/u);
	});
});
