import { describe, expect, it } from 'vitest';
import { type TrayItem } from '#lib/domain/org/tray.ts';
import { type ApplicationNumber, makePaperNumber, resultNumberOf } from '#lib/domain/number/paper-number.ts';
import { seenHere } from './seen-here.ts';

const NUMBER = makePaperNumber(1, 7, 42, 731);
const OTHER = makePaperNumber(1, 7, 43, 731);
const row = (kind: string, paper: string, updatedAt: number) => ({
	id: `${kind}${paper}`,
	kind,
	updatedAt,
	value: { paper }
});
const aside = (number: string | null, at: number) => ({ number, at }) as TrayItem;

describe('a number without a record', () => {
	it('Y20 tells which open lists hold it and when it was scanned, the latest first', () => {
		const drafts = [row('list:collect', NUMBER, 5), row('list:dispatch', NUMBER, 9), row('list:dispatch', OTHER, 7)];
		expect(seenHere(NUMBER, drafts, [])).toEqual([
			{ where: 'frame.menu.registers', href: '/collection/registers', at: 9 },
			{ where: 'frame.menu.collect', href: '/collection/collect', at: 5 }
		]);
	});

	it('Y20 finds its result too, and both on the tray', () => {
		const result = resultNumberOf(NUMBER as ApplicationNumber);
		expect(seenHere(NUMBER, [row('list:resultsArrive', result, 5)], [aside(result, 6), aside(null, 7)])).toEqual([
			{ where: 'frame.menu.setAside', href: '/set-aside', at: 6 },
			{ where: 'frame.menu.arrivals', href: '/collection/arrivals', at: 5 }
		]);
	});

	it('Y20 passes over drafts of other kinds and papers that are no packets', () => {
		const register = makePaperNumber(9, 7, 42, 731);
		expect(seenHere(NUMBER, [row('accept', NUMBER, 5), row('list:collect', register, 6)], [])).toEqual([]);
	});
});
