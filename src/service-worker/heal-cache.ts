import { isRightFile } from './right-file.ts';

/** A file of the program: its address, and the key under which its present revision lies in the cache. */
export type KeptFile = { url: string; cacheKey: string };

export type HealPorts = {
	cache: Pick<Cache, 'match' | 'put'>;
	fetch: (url: string) => Promise<Response>;
};

/**
 * Puts right what is wrong in the cache of the program's files: a file that the browser dropped, or one in whose place something
 * else was kept. Without a line nothing is changed, and the next call tries again.
 * @returns how many files were put right, and how many still are not
 */
export async function healCache(
	files: readonly KeptFile[],
	{ cache, fetch }: HealPorts
): Promise<{ healed: number; broken: number }> {
	const outcome = { healed: 0, broken: 0 };
	for (const { url, cacheKey } of files) {
		const { pathname } = new URL(url);
		const kept = await cache.match(cacheKey);
		if (kept && (await isRightFile(pathname, kept))) continue;
		const fresh = await fetch(url).catch(() => null);
		if (fresh && (await isRightFile(pathname, fresh))) {
			await cache.put(cacheKey, fresh);
			outcome.healed += 1;
		} else outcome.broken += 1;
	}
	return outcome;
}
