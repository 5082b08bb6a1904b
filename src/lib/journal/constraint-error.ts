/** A key or a unique value is taken, by IndexedDB's name for it: another tab was first. */
export class ConstraintError extends Error {
	override readonly name = 'ConstraintError';
}

/** The names of an error and of all errors inside it: Dexie wraps the cause of an aborted transaction or of a bulk write. */
export function errorNames(error: unknown, depth = 0): string[] {
	if (depth > 4 || !(error instanceof Error || error instanceof DOMException)) return [];
	const { inner, cause, failures } = error as { inner?: unknown; cause?: unknown; failures?: unknown[] };
	const inside = [inner, cause, ...(failures ?? []).slice(0, 1)].filter((other) => other !== error);
	return [error.name, ...inside.flatMap((other) => errorNames(other, depth + 1))];
}
