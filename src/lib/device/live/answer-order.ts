/**
 * Which answers of a reading that is asked again and again count. Those to an earlier question never do. Of the answers to the present
 * one each counts that is newer than what is shown: records that arrive faster than the store answers must not starve the screen.
 */
export function answerOrder() {
	let question = 0;
	let asked = 0;
	let shown = 0;
	return {
		/** Something else is asked from now on. */
		change(): void {
			question += 1;
		},
		/** A reading begins. @returns whether its answer counts, to be called with the answer at hand */
		begin(): () => boolean {
			const mine = ++asked;
			const of = question;
			return () => {
				if (of !== question || mine < shown) return false;
				shown = mine;
				return true;
			};
		}
	};
}
