import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { verifyDatabase } from '#lib/server/verify/verify-database.ts';
import { restoreDatabase } from './restore-database.ts';

type Proven = { ok: true; facts: number } | { ok: false; why: string };

/** Begins the name of the folder in which a copy is proven. */
export const PROVING = '.tereze-proving-';

/** Ends the name of a copy that did not prove: nobody restores it by mistake. */
const UNPROVEN = '.unproven';

/**
 * Restores a copy into a folder of its own beside it, as `npm run restore` would, and proves all of it. A copy that does not prove is
 * set apart under another name.
 */
export function proveBackup(copy: string): Proven {
	const folder = mkdtempSync(join(dirname(copy), PROVING));
	try {
		const proven = proveRestored(copy, folder);
		if (!proven.ok) renameSync(copy, `${copy}${UNPROVEN}`);
		return proven;
	} finally {
		rmSync(folder, { recursive: true });
	}
}

function proveRestored(copy: string, folder: string): Proven {
	const database = join(folder, 'tereze.db');
	const restored = restoreDatabase(database, copy, join(folder, 'before.db'), join(folder, 'epoch'));
	if (!restored.ok) return restored;
	const proof = verifyDatabase(database);
	if (!proof) return { ok: false, why: `${copy} cannot be read as a database of a server.` };
	const { count } = proof.findings;
	if (count === 0) return { ok: true, facts: proof.facts };
	const aside = `${copy}${UNPROVEN}`;
	return {
		ok: false,
		why: `The copy does not prove: ${count} places do not fit. It is set apart, older copies stay. To see each place:\n  npm run verify-journal -- --database ${aside}`
	};
}
