import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { badgeDigitsOf } from '#lib/domain/number/badge.ts';
import { makePaperNumber } from '#lib/domain/number/paper-number.ts';
import type { Code, scans as Scans } from './scans.svelte.ts';

const DIGITS = badgeDigitsOf('1234567890123456789012345678901234');
const NUMBER = makePaperNumber(1, 700, 427, 314);

let scans: typeof Scans;
beforeEach(async () => {
	vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined });
	({ scans } = await import('./scans.svelte.ts'));
});
afterEach(() => vi.unstubAllGlobals());

/** What the camera sees in two frames, one after the other. */
const shown = (text: string, at: number) => [at, at + 100].forEach((time) => scans.stream.frame([text], time));

describe('a badge among the codes', () => {
	it('N177 the camera and a typed text give it to the lock once, and nothing to the screens', () => {
		const [badges, codes]: [unknown[], Code[]] = [[], []];
		const stops = [scans.takeBadges((digits) => badges.push(digits)), scans.take((code) => codes.push(code))];
		shown(DIGITS, 1000);
		scans.typed(DIGITS.slice(0, 30));
		shown(NUMBER, 5000);
		stops.forEach((stop) => stop());
		expect(badges).toEqual([DIGITS, null]);
		expect(codes).toMatchObject([{ ok: true, number: NUMBER }]);
	});

	it('N177 where no lock asks for it a screen is told that it was a badge, without a digit', () => {
		const codes: Code[] = [];
		const stop = scans.take((code) => codes.push(code));
		shown(DIGITS, 20_000);
		stop();
		expect(codes).toEqual([{ ok: false, text: '', reason: 'badge' }]);
	});

	it('N177 a lock that is gone takes none, and one that came later keeps its place', () => {
		const [first, second]: [unknown[], unknown[]] = [[], []];
		const stopFirst = scans.takeBadges((digits) => first.push(digits));
		const stopSecond = scans.takeBadges((digits) => second.push(digits));
		stopFirst();
		scans.typed(DIGITS);
		stopSecond();
		const stop = scans.take(() => undefined);
		scans.typed(DIGITS);
		stop();
		expect([first, second]).toEqual([[], [DIGITS]]);
	});
});
