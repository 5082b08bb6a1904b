/** Ids of the hint and the error of a field, and the value of `aria-describedby`; undefined where there is none. */
export function fieldIds(
	id: string,
	hint: string | undefined,
	error: string | undefined
): { hint: string | undefined; error: string | undefined; describedBy: string | undefined } {
	const hintId = hint ? `${id}-hint` : undefined;
	const errorId = error ? `${id}-error` : undefined;
	const describedBy = [hintId, errorId].filter((part) => part !== undefined).join(' ') || undefined;
	return { hint: hintId, error: errorId, describedBy };
}
