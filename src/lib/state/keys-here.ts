import { createKeyHolder, type KeyHolder } from './key-holder.ts';
import { keyHolderAt } from './key-messages.ts';
import workerUrl from './keys.worker.ts?worker&url';

let here: KeyHolder | null = null;

/** The keys of this browser: in the worker that its tabs share; in this tab where there is no such worker, or it does not load. */
export function keysHere(): KeyHolder {
	here ??= 'SharedWorker' in globalThis ? sharedKeys() : createKeyHolder(Date.now);
	return here;
}

function sharedKeys(): KeyHolder {
	// It outlives a reload of the only tab; browsers that do not know the option ask for the badge then.
	const options = { type: 'module', name: 'tereze-keys', extendedLifetime: true } as WorkerOptions;
	const worker = new SharedWorker(workerUrl, options);
	const broken = new Promise((resolve) => (worker.onerror = resolve));
	return keyHolderAt(worker.port, broken, createKeyHolder(Date.now));
}
