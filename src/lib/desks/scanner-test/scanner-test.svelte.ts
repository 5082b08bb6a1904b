import { type FieldKind } from '#lib/scanner/field-kind.ts';
import { diagnose, type Diagnosis } from '#lib/scanner/diagnose.ts';
import { meaningOf, type WedgeKey } from '#lib/scanner/wedge-keys.ts';
import { scannerDevice } from '#lib/device/input/scanner-device.svelte.ts';

/** No scanner rests so long within a code; see SLOW_MS. */
const REST_MS = 1200;
/** After an end: the second end, or the other code of the label. */
const AFTER_END_MS = 350;
/** A person pressing a key or two is no scanner. */
const LEAST_KEYS = 4;
const MOST_KEYS = 400;

const restAfter = (key: WedgeKey): number => (meaningOf(key).type === 'end' ? AFTER_END_MS : REST_MS);

/** Collects the keys of one trigger, and says what they were. */
export class ScannerTest {
	diagnosis = $state.raw<Diagnosis | null>(null);
	#keys: WedgeKey[] = [];
	#where: FieldKind = 'nowhere';
	#timer: ReturnType<typeof setTimeout> | undefined;
	readonly #sample: string;
	readonly #ondone: (diagnosis: Diagnosis) => void;

	constructor(sample: string, ondone: (diagnosis: Diagnosis) => void) {
		this.#sample = sample;
		this.#ondone = ondone;
	}

	press(key: WedgeKey, where: FieldKind): void {
		if (key.repeat) return;
		const last = this.#keys.at(-1);
		// A busy page's timers are late: whether this key begins the next trigger is judged by when both were pressed.
		if (last && key.timeMs - last.timeMs > restAfter(last)) this.#judge();
		if (this.#keys.length >= MOST_KEYS) return;
		if (this.#keys.length === 0) this.#where = where;
		this.#keys.push(key);
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.#judge(), restAfter(key));
	}

	forget(): void {
		clearTimeout(this.#timer);
		this.#keys = [];
		this.diagnosis = null;
	}

	#judge(): void {
		clearTimeout(this.#timer);
		const [keys, where] = [this.#keys, this.#where];
		this.#keys = [];
		const diagnosis = diagnose(keys, where, scannerDevice, this.#sample);
		// Its keys are a secret. That it is a badge is told by the code itself.
		if (diagnosis?.read.kind === 'badge') return;
		if (!diagnosis || diagnosis.keys.length < LEAST_KEYS) return;
		// In a field a person may be writing: only what a scanner could have sent is spoken of.
		if (where !== 'nowhere' && diagnosis.slowestGapMs > scannerDevice.gapMs && diagnosis.read.kind !== 'scan') return;
		if (Object.keys(diagnosis.learn).length > 0) scannerDevice.keep(diagnosis.learn);
		this.diagnosis = diagnosis;
		this.#ondone(diagnosis);
	}
}
