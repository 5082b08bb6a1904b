import { listenToWedge, type BurstPlace } from '../listen-to-wedge.ts';
import { isPasswordField } from '../password-field.ts';
import { type SlowDigits } from '../slow-digits.ts';
import { type WedgeOptions, type WedgeOutcome } from '../wedge.ts';

/** What a test says of one key-down; what it leaves out is as of a plain key. */
export type Press = {
	code?: string;
	key?: string;
	shift?: boolean;
	ctrl?: boolean;
	alt?: boolean;
	meta?: boolean;
	repeat?: boolean;
};

/** An event that says where it fell and when, as the browser's own do. */
function eventOf(type: string, on: EventTarget, at: number, more: object): Event {
	const event = new Event(type, { cancelable: true });
	const own = { timeStamp: at, composedPath: () => [on], ...more };
	for (const [name, value] of Object.entries(own)) Object.defineProperty(event, name, { value });
	return event;
}

/** A window that listens to a scanner, with a clock of its own; keys of every kind, texts without keys, compositions. */
export function wedgePage(options?: WedgeOptions) {
	const target = new EventTarget();
	const told: (WedgeOutcome & BurstPlace)[] = [];
	const slow: SlowDigits[] = [];
	const reached: string[] = [];
	let time = 0;
	let timer: { at: number; then: () => void } | null = null;
	listenToWedge(target, {
		onScan: (outcome, _, place) => told.push({ ...outcome, ...place }),
		onSlow: (digits) => slow.push(digits),
		isProtected: isPasswordField,
		now: () => time,
		...(options ? { options } : {}),
		setTimer(then, delayMs) {
			const mine = { at: time + delayMs, then };
			timer = mine;
			return () => void (timer = timer === mine ? null : timer);
		}
	});
	target.addEventListener('keydown', (event) => reached.push((event as KeyboardEvent).code));

	function pass(ms: number): void {
		const until = time + ms;
		while (timer && timer.at <= until) {
			const { at, then } = timer;
			[time, timer] = [at, null];
			then();
		}
		time = until;
	}

	/** @returns whether the browser may do what it does with the event */
	function send(type: string, on: EventTarget, more: object): boolean {
		return target.dispatchEvent(eventOf(type, on, time, more));
	}

	const nowhere = new EventTarget();
	function press({ code = '', key = '', shift, ctrl, alt, meta, repeat }: Press, on: EventTarget = nowhere): boolean {
		const flags = { shiftKey: shift === true, ctrlKey: ctrl === true, altKey: alt === true, metaKey: meta === true };
		return send('keydown', on, { code, key, ...flags, repeat: repeat === true, isComposing: false });
	}

	function type(presses: readonly Press[], gapMs = 5, on: EventTarget = nowhere): boolean[] {
		return presses.map((each) => {
			pass(gapMs);
			return press(each, on);
		});
	}

	return { told, slow, reached, pass, press, type, send };
}
