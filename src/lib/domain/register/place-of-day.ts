/** A register among those of one day: 1 for the first. Two of the same moment are ordered by number. */
export function placeOfDay(number: string, ofDay: readonly { readonly number: string; readonly at: number }[]): number {
	const own = ofDay.find((one) => one.number === number);
	if (!own) return 1;
	return 1 + ofDay.filter(({ at, number }) => at < own.at || (at === own.at && number < own.number)).length;
}
