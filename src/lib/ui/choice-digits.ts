/** The key of an option: its own number where it has one, else its place. Null: no key of one digit. */
export function choiceDigits(options: readonly { digit?: number }[]): (number | null)[] {
	return options.map(({ digit }, index) => {
		const key = digit ?? index + 1;
		return key <= 9 ? key : null;
	});
}
