import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, 'protocol');
/** Stands where the program sends back the cursor of the last answer, which each server gives anew. */
export const CURSOR = '"@cursor"';

/**
 * What a device with the program of a protocol's version sends, word for word, in a folder named by the version. Recorded once by the program
 * of its time and never again: such devices are at work. `secret`: the private half of its key, which is nobody's.
 */
export type Exchange = {
	protocol: number;
	device: { journal: string; token: string; key: string | null; secret: string | null };
	/** A colleague's, which pushes one fact. */
	other: { journal: string; token: string; body: string; factId: string };
	/** Three facts at once; one more; nothing. `acked`: where the journal is then. */
	requests: { push: Sent; pushMore: Sent; read: Sent };
};
type Sent = { body: string; acked: number };

/** Versions of which there is a recording, the oldest first. */
export const RECORDED: readonly number[] = readdirSync(FOLDER)
	.map(Number)
	.toSorted((a, b) => a - b);

export const fileOf = (protocol: number): string => join(FOLDER, String(protocol), 'exchange.json');

export const exchangeOf = (protocol: number): Exchange =>
	JSON.parse(readFileSync(fileOf(protocol), 'utf8')) as Exchange;
