import { createKeyHolder, type KeyHolder } from './key-holder.ts';
import { keyHolderAt } from './key-messages.ts';
import workerUrl from './keys.worker.ts?worker&url';

let here: KeyHolder | null = null;

/** A worker that has not said a word by then does not come any more. */
const PATIENCE_MS = 5000;

/** The keys of this browser: in the worker that its tabs share; in this tab where there is no such worker, or it does not load. */
export function keysHere(): KeyHolder {
	here ??= sharedKeys() ?? createKeyHolder(Date.now);
	return here;
}

/** Null where the browser has no such worker, or a policy forbids it: nobody is kept from unlocking by that. */
function sharedKeys(): KeyHolder | null {
	if (!('SharedWorker' in globalThis)) return null;
	try {
		// It outlives a reload of the only tab; browsers that do not know the option ask for the badge then.
		const options = { type: 'module', name: 'tereze-keys', extendedLifetime: true } as WorkerOptions;
		const worker = new SharedWorker(workerUrl, options);
		return keyHolderAt(worker.port, silenceOf(worker), createKeyHolder(Date.now));
	} catch {
		return null;
	}
}

const silenceOf = (worker: SharedWorker): Promise<unknown> =>
	new Promise((resolve) => {
		worker.onerror = resolve;
		const timer = setTimeout(resolve, PATIENCE_MS);
		worker.port.addEventListener('message', () => clearTimeout(timer), { once: true });
	});
