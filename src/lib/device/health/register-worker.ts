import { backoffMs } from '#lib/sync/backoff.ts';

type RegisterPorts = {
	register: () => Promise<unknown>;
	/** Resolves after so many ms, or when the line is back. */
	pause: (ms: number) => Promise<void>;
	/** 0 ≤ x < 1. */
	random: () => number;
	/** Called at each failure with how many there were: the person is to know that the device is not ready for a time without a line. */
	failed: (times: number) => void;
};

/**
 * Registers the service worker, for as long as it takes: one failed request at the first visit, or a proxy's page in place of the
 * script, must not leave a device without a worker until somebody loads the page again.
 */
export async function registerPatiently({ register, pause, random, failed }: RegisterPorts): Promise<void> {
	for (let failures = 0; ;) {
		try {
			await register();
			return;
		} catch {
			failures += 1;
			failed(failures);
			await pause(backoffMs(failures, random()));
		}
	}
}
