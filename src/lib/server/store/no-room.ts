const SQLITE_FULL = 13;

/** Whether an error says that the disk, or the quota on it, is full; whatever wraps it. */
export function isNoRoom(error: unknown): boolean {
	for (let at = error; at instanceof Error; at = at.cause) {
		const { errcode, code } = at as { errcode?: unknown; code?: unknown };
		// The low byte is the error itself, the rest says more of it.
		if (typeof errcode === 'number' && (errcode & 0xff) === SQLITE_FULL) return true;
		if (code === 'ENOSPC' || code === 'EDQUOT') return true;
	}
	return false;
}
