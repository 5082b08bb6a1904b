import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { focusHeading } from './focus-heading.ts';

const body = {};
const page = { body, activeElement: body as unknown };
let changed: () => void = () => undefined;
let watching = false;
let heading: { tabIndex: number; focus: () => void } | null = null;
const place = { querySelector: () => heading } as unknown as HTMLElement;
const aHeading = () => {
	const made = { tabIndex: 0, focus: () => void (page.activeElement = made) };
	return made;
};

beforeEach(() => {
	vi.useFakeTimers();
	[page.activeElement, heading, watching] = [body, null, false];
	vi.stubGlobal('document', page);
	vi.stubGlobal(
		'MutationObserver',
		class {
			constructor(run: () => void) {
				changed = run;
			}
			observe = () => (watching = true);
			disconnect = () => (watching = false);
		}
	);
});
afterEach(() => void vi.useRealTimers());

describe('a screen that opens', () => {
	it('U91 gives the focus to its heading, which is no stop of Tab', () => {
		heading = aHeading();
		focusHeading(place);
		expect(page.activeElement).toBe(heading);
		expect([heading.tabIndex, watching]).toEqual([-1, false]);
	});

	it('U91 waits for a heading that comes with what is read, and leaves a focus that was moved meanwhile', () => {
		focusHeading(place);
		changed();
		expect([page.activeElement, watching]).toEqual([body, true]);
		heading = aHeading();
		changed();
		expect([page.activeElement, watching]).toEqual([heading, false]);

		[page.activeElement, heading] = [body, null];
		focusHeading(place);
		const field = (page.activeElement = {});
		heading = aHeading();
		changed();
		expect([page.activeElement, watching]).toEqual([field, false]);
	});

	it('U91 waits no longer than somebody would, nor for a screen that was left', () => {
		focusHeading(place);
		vi.advanceTimersByTime(10_000);
		expect(watching).toBe(false);
		const stop = focusHeading(place);
		stop();
		expect(watching).toBe(false);
	});
});
