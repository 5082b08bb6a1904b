/** SQLite's `readonly`, `ioerr` and `cantopen`. */
const REFUSED: ReadonlySet<number> = new Set([8, 10, 14]);

/**
 * Whether an error says that the system refuses what SQLite writes: a quota, a limit, a disk that fails or was mounted anew for reading only.
 * What was in the transaction is not stored; nothing of it was the request's fault.
 */
export function isWriteRefused(error: unknown): boolean {
	for (let at = error; at instanceof Error; at = at.cause) {
		const { errcode } = at as { errcode?: unknown };
		// The low byte is the error itself, the rest says more of it.
		if (typeof errcode === 'number' && REFUSED.has(errcode & 0xff)) return true;
	}
	return false;
}
