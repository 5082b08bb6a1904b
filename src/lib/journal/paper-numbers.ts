import { makePaperNumber, type NumberKind, type PaperNumber } from '#lib/domain/number/paper-number.ts';
import { type Serials } from './device-meta.ts';

const LAST_SERIAL = 99_999;

/** A number was requested, but this store has no device number, or its serials are used up. */
export class NoDeviceNumber extends Error {
	override readonly name = 'NoDeviceNumber';
}

/** Numbers of new papers within one transaction; the serials used are written with it or not at all. */
export type PaperNumbers = {
	/** @throws NoDeviceNumber */
	next(kind: NumberKind): PaperNumber;
};

/**
 * @param random 0 ≤ x < 1, for the three digits that keep numbers from being enumerated at the kiosk
 */
export function paperNumbers(
	deviceNumber: number | null,
	serials: Serials,
	random: () => number
): { numbers: PaperNumbers; serials: () => Serials } {
	let used = serials;
	const next = (kind: NumberKind): PaperNumber => {
		const serial = deviceNumber === null ? LAST_SERIAL : (used[deviceNumber]?.[kind] ?? 0);
		if (deviceNumber === null || serial >= LAST_SERIAL) throw new NoDeviceNumber();
		used = { ...used, [deviceNumber]: { ...used[deviceNumber], [kind]: serial + 1 } };
		return makePaperNumber(kind, deviceNumber, serial + 1, Math.floor(random() * 1000));
	};
	return { numbers: { next }, serials: () => used };
}
