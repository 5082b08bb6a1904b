/** A key or a unique place is taken, as IndexedDB names it: another tab was first. */
export class ConstraintError extends Error {
	override readonly name = 'ConstraintError';
}

/** The names of an error and of the errors inside it: Dexie wraps the cause of an aborted transaction. */
export function errorNames(error: unknown): string[] {
	const names: string[] = [];
	for (let next = error; next instanceof Error || next instanceof DOMException; next = innerOf(next)) {
		if (names.length > 8) break;
		names.push(next.name);
	}
	return names;
}

function innerOf(error: Error): unknown {
	const { inner, cause } = error as { inner?: unknown; cause?: unknown };
	return inner === error ? cause : (inner ?? cause);
}
