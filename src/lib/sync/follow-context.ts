import * as v from 'valibot';
import { type ApplicationRow, type StoredRegister } from '#lib/journal/device-store.ts';
import { type DeviceJournal } from '#lib/journal/device-journal.ts';
import { ContextResponseSchema } from '#lib/protocol/context-messages.ts';
import { type DeviceAccess } from './device-access.ts';

type FollowPorts<A extends ApplicationRow, R extends StoredRegister> = {
	journal: Pick<DeviceJournal<A, R>, 'read' | 'keep'>;
	fetch: typeof fetch;
	access: Pick<DeviceAccess, 'authorization'>;
};

const TIMEOUT_MS = 30_000;

/**
 * Stores the org's context anew when the server names another version of it than the one stored: people who came and left, roles,
 * PINs, windows and hours. A failure is no error: the next round names the version again. Where the fetched context has another
 * version than was named, the named one is not asked for twice.
 * @returns called with each version that the server names; it resolves when nothing is under way any more
 */
export function contextFollower<A extends ApplicationRow, R extends StoredRegister>({
	journal,
	fetch,
	access
}: FollowPorts<A, R>): (version: string) => Promise<void> {
	let running: Promise<void> | undefined;
	let last: { named: string; fetched: string | undefined } | undefined;

	async function follow(version: string): Promise<void> {
		const stored = await journal.read((reader) => reader.meta('context'));
		const authorization = await access.authorization();
		const isSettled = last?.named === version && stored?.version === last.fetched;
		if (stored?.version === version || isSettled || authorization === null) return;
		const context = await fetched(fetch, authorization);
		if (!context) return;
		await journal.keep('context', context);
		last = { named: version, fetched: context.version };
	}

	return (version) => (running ??= follow(version).finally(() => (running = undefined)));
}

/** By the device's own token and ticket: a session that is still open here may be of another org. */
async function fetched(fetch: FollowPorts<never, never>['fetch'], authorization: string) {
	try {
		const response = await fetch('/api/context', {
			headers: { authorization },
			signal: AbortSignal.timeout(TIMEOUT_MS),
			cache: 'no-store',
			credentials: 'omit'
		});
		const context = v.safeParse(ContextResponseSchema, response.ok ? await response.json() : null);
		return context.success ? context.output : null;
	} catch {
		return null;
	}
}
