const KEY = 'tereze:couriers';
const MOST_KEPT = 8;

/** Couriers named on this device before, the latest first: suggestions only, the fact keeps what was typed. */
export function lastCouriers(): string[] {
	try {
		const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
		return Array.isArray(kept) ? kept.filter((name) => typeof name === 'string') : [];
	} catch {
		return [];
	}
}

export function rememberCourier(name: string): void {
	const others = lastCouriers().filter((other) => other !== name.trim());
	localStorage.setItem(KEY, JSON.stringify([name.trim(), ...others].slice(0, MOST_KEPT)));
}
