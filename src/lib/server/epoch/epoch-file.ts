import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as v from 'valibot';

const EpochFileSchema = v.object({
	epoch: v.string(),
	mark: v.number(),
	/** The last fact then: by the mark alone a database that lost some, and has counted on since, would look whole. */
	fact: v.optional(v.nullable(v.object({ nr: v.number(), id: v.string() })), null),
	/** The epoch began with a restore; of one that an earlier version began nobody knows. */
	restored: v.optional(v.boolean(), true)
});
export type EpochFile = v.InferOutput<typeof EpochFileSchema>;

/** Null where there is none, or it is damaged: then a new epoch is the safe answer. */
export function readEpochFile(file: string): EpochFile | null {
	try {
		const parsed = v.safeParse(EpochFileSchema, JSON.parse(readFileSync(file, 'utf8')));
		return parsed.success ? parsed.output : null;
	} catch {
		return null;
	}
}

/** Through a second file: a power cut leaves the old or the new one, never half of it. */
export function writeEpochFile(file: string, content: EpochFile): void {
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(`${file}.new`, JSON.stringify(content));
	renameSync(`${file}.new`, file);
}
