import { typedTime } from '#lib/tools/registry/typed-time.ts';

/** Minutes of a way as typed: `90`, a number of minutes, or `1:30`, hours and minutes. Null where it is neither. */
export function typedWay(text: string): number | null {
	const plain = text.trim();
	if (/^\d{1,5}$/.test(plain)) return Number(plain);
	const long = /^(\d{1,3}):([0-5]\d)$/.exec(plain);
	if (long) return Number(long[1]) * 60 + Number(long[2]);
	return /[.\-]/.test(plain) ? typedTime(plain) : null;
}
