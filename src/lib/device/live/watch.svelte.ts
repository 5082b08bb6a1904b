import { onDestroy } from 'svelte';
import { type DeviceReader } from '#lib/journal/device-store.ts';
import { type ApplicationSummary } from '#lib/domain/application/summary.ts';
import { type RegisterView } from '#lib/law/law.ts';
import { answerOrder } from './answer-order.ts';
import { desk } from '#lib/device/session/desk.svelte.ts';
import { openingReadings } from './first-readings.ts';

type Reader = DeviceReader<ApplicationSummary, RegisterView>;

let held = 0;
let putOff: (() => void)[] = [];

/**
 * Puts off the readings of the screens while something long is recorded: a reading of thousands of rows holds up the next write of
 * the same store. Gives a function that lets them read again, once.
 */
export function holdReadings(): () => void {
	held += 1;
	let over = false;
	return () => {
		if (over) return;
		over = true;
		held -= 1;
		if (held > 0) return;
		const waiting = putOff;
		putOff = [];
		for (const again of waiting) again();
	};
}

/**
 * A reading of the journal that is read again whenever something changed, here or in another tab. Call while a component initialises;
 * `value` is undefined until the first answer.
 * @param about the runes that the reading depends on. The store calls `read` later, where no effect notices what it looks at.
 */
export function watch<T>(
	read: (reader: Reader) => Promise<T>,
	about?: () => unknown
): { readonly value: T | undefined; again: () => void } {
	let value = $state.raw<T>();
	let waiting = false;
	const order = answerOrder();
	const answered = openingReadings.begin();
	const ask = async () => {
		const counts = order.begin();
		try {
			const answer = await desk.journal.read(read);
			if (counts()) value = answer;
		} finally {
			if (counts()) answered();
		}
	};
	// Many facts may arrive in a row while a drain runs; one reading at the end of the frame is enough.
	const again = () => {
		if (waiting) return;
		if (held > 0) {
			if (!putOff.includes(again)) putOff.push(again);
			return;
		}
		waiting = true;
		requestAnimationFrame(() => {
			waiting = false;
			void ask();
		});
	};
	$effect(() => {
		about?.();
		order.change();
		void ask();
	});
	const stop = desk.journal.listen(again);
	onDestroy(() => {
		stop();
		answered();
		putOff = putOff.filter((other) => other !== again);
	});
	return {
		get value() {
			return value;
		},
		again
	};
}
