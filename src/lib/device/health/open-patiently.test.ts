import { describe, expect, it } from 'vitest';
import { openPatiently } from './open-patiently.ts';

const named = (name: string, message = '') => Object.assign(new Error(message), { name });
/** As Dexie gives on what the browser said. */
const wrapped = (inner: Error) => Object.assign(named('OpenFailedError', `${inner.name} ${inner.message}`), { inner });

async function open(failures: readonly Error[]) {
	const pauses: number[] = [];
	let attempt = 0;
	const outcome = await openPatiently(
		async () => {
			const failure = failures[attempt++];
			if (failure) throw failure;
			return 'journal';
		},
		async (ms) => void pauses.push(ms)
	);
	return { outcome, pauses, attempts: attempt };
}

describe('opening the store of this browser', () => {
	it.each(['AbortError', 'TimeoutError', 'InvalidStateError', 'UnknownError', 'DatabaseClosedError'])(
		'S160 one %s is no reason to give up: it is tried again',
		async (name) => {
			expect(await open([wrapped(named(name))])).toEqual({
				outcome: { ok: true, value: 'journal' },
				pauses: [200],
				attempts: 2
			});
		}
	);

	it('S160 what goes on failing is reported with the true reason', async () => {
		const failing = wrapped(named('UnknownError', 'Internal error opening backing store'));
		const { outcome, attempts } = await open(Array.from({ length: 9 }, () => failing));
		expect(attempts).toBe(4);
		expect(outcome).toEqual({
			ok: false,
			trouble: { kind: 'failed', reason: 'UnknownError: Internal error opening backing store' }
		});
	});

	it.each([
		['MissingAPIError', 'private', 1],
		['SecurityError', 'private', 1],
		['VersionError', 'newer', 1],
		['QuotaExceededError', 'full', 4]
	])('S160 %s is known as %s', async (name, kind, attempts) => {
		const result = await open(Array.from({ length: 9 }, () => wrapped(named(name))));
		expect(result).toMatchObject({ outcome: { ok: false, trouble: { kind } }, attempts });
	});
});
