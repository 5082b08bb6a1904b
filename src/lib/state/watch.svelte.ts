import { onDestroy } from 'svelte';
import { type DeviceReader } from '$lib/journal/device-store';
import { type ApplicationSummary } from '$lib/domain/application/summary';
import { type RegisterView } from '$lib/regulations/law';
import { desk } from './desk.svelte';
import { openingReadings } from './first-readings';

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
 * A reading of the journal that is read again whenever something changed, here or in another tab, and whenever a rune it reads
 * synchronously changes. Call while a component initialises; `value` is undefined until the first answer.
 */
export function watch<T>(read: (reader: Reader) => Promise<T>): { readonly value: T | undefined; again: () => void } {
	let value = $state.raw<T>();
	let turn = 0;
	let waiting = false;
	const answered = openingReadings.begin();
	const ask = async () => {
		const mine = ++turn;
		try {
			const answer = await desk.journal.read(read);
			if (mine === turn) value = answer;
		} finally {
			if (mine === turn) answered();
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
	$effect(() => void ask());
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
