import { describe, expect, it } from 'vitest';
import { type StaffId } from '#lib/domain/fact/ids.ts';
import { BrowserSeat, watchSeat } from './browser-seat.ts';

const [BEKOVA, OMAROV] = ['staff-101', 'staff-103'] as StaffId[] as [StaffId, StaffId];

function shelf(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
	const kept = new Map<string, string>();
	return {
		getItem: (key) => kept.get(key) ?? null,
		setItem: (key, value) => void kept.set(key, value),
		removeItem: (key) => void kept.delete(key)
	};
}

describe('who works in this browser', () => {
	it('S158 one person has the browser: whoever comes next takes it from the one before, in every tab', () => {
		const browser = shelf();
		const [tab, other] = [new BrowserSeat(browser), new BrowserSeat(browser)];
		tab.take(BEKOVA);
		expect(other.isOf(BEKOVA)).toBe(true);
		other.take(OMAROV);
		expect([tab.isOf(BEKOVA), tab.isOf(OMAROV)]).toEqual([false, true]);
		// The tab of the one before locks itself now, and must not lock out the one who came.
		tab.leave(BEKOVA);
		expect(other.isOf(OMAROV)).toBe(true);
		other.leave(OMAROV);
		expect(tab.isOf(OMAROV)).toBe(false);
	});

	it('S159 what lies on the screen is of the last person, until another one comes', () => {
		const seat = new BrowserSeat(shelf());
		expect(seat.isLast(BEKOVA)).toBe(true);
		seat.take(BEKOVA);
		seat.leave(BEKOVA);
		expect([seat.isLast(BEKOVA), seat.isLast(OMAROV)]).toEqual([true, false]);
	});

	it('S158 where nothing can be kept, each tab is on its own and goes on', () => {
		const refuse = () => {
			throw new DOMException('', 'SecurityError');
		};
		const seat = new BrowserSeat({ getItem: refuse, setItem: refuse, removeItem: refuse });
		seat.take(BEKOVA);
		expect(seat.isOf(BEKOVA)).toBe(true);
		expect(seat.isLast(OMAROV)).toBe(true);
		seat.leave(BEKOVA);
	});
});

it('N181 a page that comes back from the browser’s cache is told apart from one that is shown for the first time', () => {
	const target = Object.assign(new EventTarget(), { document: new EventTarget() });
	const looked: boolean[] = [];
	watchSeat(target as unknown as Window, (isBack) => looked.push(isBack));
	target.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: false }));
	target.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
	target.document.dispatchEvent(new Event('visibilitychange'));
	target.dispatchEvent(Object.assign(new Event('storage'), { key: 'tereze:seat' }));
	target.dispatchEvent(Object.assign(new Event('storage'), { key: 'another' }));
	expect(looked).toEqual([false, true, false, false]);
});
