import { WEDGE_DEFAULTS, type WedgeOptions } from '#lib/scanner/wedge.ts';

const KEY = 'tereze:scanner';
/** The longest gap that can be allowed: slower keys may as well be a person's. */
export const LONGEST_GAP_MS = 150;
const LONGEST_AFFIX = 12;

type ScannerSettings = { gapMs: number; prefix: string; suffix: string };
const USUAL: ScannerSettings = { gapMs: WEDGE_DEFAULTS.gapMs, prefix: '', suffix: '' };

function bounded({ gapMs, prefix, suffix }: Partial<Record<keyof ScannerSettings, unknown>>): ScannerSettings {
	const gap = typeof gapMs === 'number' && Number.isFinite(gapMs) ? Math.round(gapMs) : USUAL.gapMs;
	const text = (value: unknown) => (typeof value === 'string' ? value.slice(0, LONGEST_AFFIX) : '');
	return {
		gapMs: Math.min(LONGEST_GAP_MS, Math.max(USUAL.gapMs, gap)),
		prefix: text(prefix),
		suffix: text(suffix)
	};
}

function kept(): ScannerSettings {
	try {
		const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
		return bounded(typeof value === 'object' && value !== null ? value : {});
	} catch {
		return USUAL;
	}
}

/** What this device has learned of its scanner in *Test my scanner*; read by the judge of keys with each key. */
class ScannerDevice implements WedgeOptions {
	#settings = $state.raw<ScannerSettings>(kept());

	get gapMs(): number {
		return this.#settings.gapMs;
	}

	get prefix(): string {
		return this.#settings.prefix;
	}

	get suffix(): string {
		return this.#settings.suffix;
	}

	get isUsual(): boolean {
		const { gapMs, prefix, suffix } = this.#settings;
		return gapMs === USUAL.gapMs && prefix === '' && suffix === '';
	}

	keep(changes: Partial<ScannerSettings>): void {
		this.#settings = bounded({ ...this.#settings, ...changes });
		localStorage.setItem(KEY, JSON.stringify(this.#settings));
	}

	forget(): void {
		this.#settings = USUAL;
		localStorage.removeItem(KEY);
	}
}

export const scannerDevice = new ScannerDevice();
