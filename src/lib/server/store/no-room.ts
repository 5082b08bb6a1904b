const SQLITE_FULL = 13;
/** `disk_full` of PostgreSQL. */
const POSTGRES_FULL = '53100';

/** Whether an error says that the disk, or the quota on it, is full; whatever wraps it. */
export function isNoRoom(error: unknown): boolean {
	for (let at = error; at instanceof Error; at = at.cause) {
		const { errcode, code } = at as { errcode?: unknown; code?: unknown };
		// The low byte is the error itself, the rest says more of it.
		if (typeof errcode === 'number' && (errcode & 0xff) === SQLITE_FULL) return true;
		if (code === 'ENOSPC' || code === 'EDQUOT' || code === POSTGRES_FULL) return true;
	}
	return false;
}
