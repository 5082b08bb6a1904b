import Worker from './print.worker.ts?worker';
import { createPrintClient, type PrintClient, type PrintWorker } from './print-client.ts';

let client: PrintClient | null = null;

/** The one print client of this page. In the browser only. */
export function printClient(): PrintClient {
	client ??= createPrintClient({ startWorker: () => new Worker() as PrintWorker });
	return client;
}
