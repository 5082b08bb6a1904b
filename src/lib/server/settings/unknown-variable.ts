import { HANDED_OVER } from './handed-over.ts';
import { EnvironmentSchema } from './variables.ts';

const KNOWN = Object.keys(EnvironmentSchema.entries);
/** Whatever begins so is meant for this program. */
const OURS = /^(?:TEREZE|DATABASE)_/;
/** Of a short name one slip is told from another word, of a longer one two. */
const SHORT = 6;

/**
 * The first variable that was most likely meant for this program and is none of its: its settings would be ignored in silence.
 * @returns a sentence with what to do; null where there is none
 */
export function unknownVariable(env: Readonly<Record<string, string | undefined>>): string | null {
	for (const name of Object.keys(env).toSorted()) {
		if (!env[name] || KNOWN.includes(name) || HANDED_OVER.some((each) => each === name)) continue;
		const meant = meantBy(name);
		if (meant) return `${name} is no setting of Tereze, perhaps ${meant} is meant: correct it or unset it. ${LIST}`;
		if (OURS.test(name)) return `${name} is no setting of Tereze: unset it. ${LIST}`;
	}
	return null;
}

const LIST = 'All settings are listed in docs/operate.md.';

function meantBy(name: string): string | undefined {
	const upper = name.toUpperCase();
	return KNOWN.find((known) => slips(upper, known) <= (known.length <= SHORT ? 1 : 2));
}

/** Letters left out, added, changed or swapped with the next one between two words. */
function slips(a: string, b: string): number {
	const rows = [...Array(a.length + 1).keys()].map((i) => [i, ...Array<number>(b.length).fill(0)]);
	for (let j = 1; j <= b.length; j += 1) rows[0]![j] = j;
	const at = (i: number, j: number): number => rows[i]![j]!;
	for (let i = 1; i <= a.length; i += 1)
		for (let j = 1; j <= b.length; j += 1) {
			const isSame = a[i - 1] === b[j - 1];
			const least = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (isSame ? 0 : 1));
			const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
			rows[i]![j] = isSwapped ? Math.min(least, at(i - 2, j - 2) + 1) : least;
		}
	return at(a.length, b.length);
}
