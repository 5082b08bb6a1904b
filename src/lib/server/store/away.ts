/** PostgreSQL's classes and codes of what passes by itself (appendix A of its manual), and those of the system for a connection. */
const CLASSES = /^(?:08|57P0)/;
const CODES: ReadonlySet<unknown> = new Set([
	// It became a standby, or another one is the primary now.
	'25006',
	// Too many connections; a lock, or a statement, that took too long.
	...['53300', '55P03', '57014', '25P03'],
	...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN']
]);
/** The client's own errors have no code; that of a standby which was not promoted yet is that of many mistakes. */
const WORDS =
	/Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|recovery is in progress/;

/** Whether an error says that the database is out of reach for a while, and nothing of it was the request's fault. */
export function isAway(error: unknown): boolean {
	for (let at = error; at instanceof Error; at = at.cause) {
		const { code } = at as { code?: unknown };
		if (CODES.has(code) || (typeof code === 'string' && CLASSES.test(code)) || WORDS.test(at.message)) return true;
	}
	return false;
}
