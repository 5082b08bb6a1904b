/** Both ends belong to it. */
export type ByteRange = { start: number; end: number };

/**
 * What a `Range` header asks of a file (RFC 9110, 14.1 and 14.2).
 * @returns null where it is to be ignored and the whole file sent: another unit, a form that is none, several ranges at once;
 *   `unsatisfiable` where the last place lies before the first, or nothing of the file is in it
 */
export function readRange(header: string | undefined, size: number): ByteRange | 'unsatisfiable' | null {
	const [, first, last] = /^\s*bytes\s*=\s*(\d*)\s*-\s*(\d*)\s*$/i.exec(header ?? '') ?? [];
	if (first === undefined || last === undefined || (first === '' && last === '')) return null;
	if (first === '') {
		const length = Math.min(Number(last), size);
		return length === 0 ? 'unsatisfiable' : { start: size - length, end: size - 1 };
	}
	const start = Number(first);
	if (start >= size || (last !== '' && Number(last) < start)) return 'unsatisfiable';
	return { start, end: last === '' ? size - 1 : Math.min(Number(last), size - 1) };
}
