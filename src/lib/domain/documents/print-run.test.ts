import { describe, expect, it } from 'vitest';
import { printFooter } from './print-run.ts';
import { RUN } from './testing/sample-inputs.ts';

const REASON = { kk: 'принтер ақауы', ru: 'неисправность принтера' };

describe('the foot of a paper', () => {
	it('P5 says which copy it is and when it was printed', () => {
		expect(printFooter(RUN).lines).toEqual([
			{ label: { kk: 'Дана', ru: 'Экземпляр' }, value: '1' },
			{ label: { kk: 'Басылған уақыты', ru: 'Напечатано' }, value: '23.11.2026, 10:43' }
		]);
	});

	it('P5 gives a reprint its number and reason', () => {
		expect(printFooter({ ...RUN, copy: 2, reprintReason: REASON }).lines[0]).toEqual({
			kk: '2-дана. Қайта басылған. Себебі: принтер ақауы',
			ru: 'Экземпляр 2. Повторная печать. Причина: неисправность принтера'
		});
	});

	it('P5 numbers the two originals of a register without a reason, but not a third', () => {
		const second = printFooter({ ...RUN, copy: 2, originals: 2 });
		expect(second.lines[0]).toEqual({ label: { kk: 'Дана', ru: 'Экземпляр' }, value: '2' });
		expect(() => printFooter({ ...RUN, copy: 3, originals: 2 })).toThrow(/reason/);
	});

	it('P5 refuses a second copy without a reason', () => {
		expect(() => printFooter({ ...RUN, copy: 2 })).toThrow(/reason/);
	});
});
