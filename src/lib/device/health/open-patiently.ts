/** Why the store of this browser cannot be opened, as far as it is known; `reason` is for whoever looks after the machine. */
export type StorageTrouble = { kind: 'private' | 'full' | 'newer' | 'failed'; reason: string };

export type Opened<T> = { ok: true; value: T } | { ok: false; trouble: StorageTrouble };

/** Between attempts: a profile on a slow disk, a backup that holds a file, another process of the browser that is just ending. */
const PAUSES_MS = [200, 800, 2000];

const KINDS: Readonly<Record<string, Exclude<StorageTrouble['kind'], 'failed'>>> = {
	MissingAPIError: 'private',
	SecurityError: 'private',
	QuotaExceededError: 'full',
	VersionError: 'newer'
};

/**
 * Opens what may fail once and succeed the next moment: IndexedDB ends an opening with AbortError, TimeoutError, InvalidStateError or
 * UnknownError when the browser's own process for it has trouble, and a second attempt is usually answered.
 */
export async function openPatiently<T>(
	open: () => Promise<T>,
	pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
): Promise<Opened<T>> {
	for (let attempt = 0; ; attempt += 1) {
		try {
			return { ok: true, value: await open() };
		} catch (error) {
			const trouble = troubleOf(error);
			const pauseMs = PAUSES_MS[attempt];
			if (trouble.kind === 'private' || trouble.kind === 'newer' || pauseMs === undefined)
				return { ok: false, trouble };
			await pause(pauseMs);
		}
	}
}

/** Dexie wraps what the browser said (`OpenFailedError`, `inner`): the cause is looked for inside. */
export function troubleOf(error: unknown): StorageTrouble {
	const causes = [...causesOf(error)];
	const known = causes.map(({ name }) => KINDS[name]).find((kind) => kind !== undefined);
	const { name, message } = causes.at(-1) ?? { name: 'Error', message: String(error) };
	return { kind: known ?? 'failed', reason: message ? `${name}: ${message}` : name };
}

function* causesOf(error: unknown): Generator<Error> {
	for (let at = error, depth = 0; at instanceof Error && depth < 5; depth += 1) {
		yield at;
		at = (at as { inner?: unknown }).inner ?? at.cause;
	}
}
