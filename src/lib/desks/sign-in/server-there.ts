/** A server that is there answers at once; on a slow line it is as good as gone. */
const PATIENCE_MS = 4000;

/** Whether the server answers now: what the browser says of the line is not asked, and no cache answers for it. */
export async function isServerThere(): Promise<boolean> {
	if (!navigator.onLine) return false;
	try {
		const signal = AbortSignal.timeout(PATIENCE_MS);
		return (await fetch('/api/health', { cache: 'no-store', signal })).status !== 0;
	} catch {
		return false;
	}
}
