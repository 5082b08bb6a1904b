import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { type Instant, InstantSchema } from '#lib/domain/fact/ids.ts';

/** When a whole copy was made last, and when one was restored and proven last. */
const LastBackupSchema = v.object({ at: v.nullable(InstantSchema), provenAt: v.nullable(InstantSchema) });
type LastBackup = v.InferOutput<typeof LastBackupSchema>;

const fileIn = (dataDir: string): string => join(dataDir, 'last-backup');

/** What the file beside the database says of copies; where there is none, or it is damaged, nothing was made. */
export function readLastBackup(dataDir: string): LastBackup {
	try {
		const read = v.safeParse(LastBackupSchema, JSON.parse(readFileSync(fileIn(dataDir), 'utf8')));
		if (read.success) return read.output;
	} catch {
		// There is none yet.
	}
	return { at: null, provenAt: null };
}

/** Notes a copy for the server, which tells it to whoever watches. */
export function noteBackup(dataDir: string, { at, isProven }: { at: Instant; isProven: boolean }): void {
	const { provenAt } = readLastBackup(dataDir);
	const file = fileIn(dataDir);
	writeFileSync(`${file}.new`, JSON.stringify({ at, provenAt: isProven ? at : provenAt } satisfies LastBackup));
	renameSync(`${file}.new`, file);
}
