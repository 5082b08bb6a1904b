const WEIGHTS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];

/**
 * An IIN that no other test has: a device knows the earlier applications of a person, and asks before it opens a second one.
 * Worked out here on purpose, from the rule and not from the program: a serial whose first pass gives 10 is not taken.
 */
export function newIin(): string {
	const two = (least: number, most: number) =>
		String(least + Math.floor(Math.random() * (most - least + 1))).padStart(2, '0');
	const eleven = `${two(50, 99)}${two(1, 12)}${two(1, 28)}3${two(0, 99)}${two(0, 99)}`;
	const check = WEIGHTS.reduce((sum, weight, at) => sum + weight * Number(eleven[at]), 0) % 11;
	return check === 10 ? newIin() : `${eleven}${check}`;
}
