import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, describe, expect, it } from 'vitest';
import { type ApplicationSummary } from '#lib/domain/application/summary.ts';
import { type WorkingLetter } from '#lib/domain/examination/working-letter.ts';
import { sha256Hex } from '#lib/domain/fact/hash.ts';
import { type FactId, type JournalId } from '#lib/domain/fact/ids.ts';
import { type MetaRow } from '#lib/journal/dexie-tables.ts';
import { type Journal, openDeviceJournal, STORE_NAME } from '#lib/journal/open-device-journal.ts';
import { type RegisterView } from '#lib/law/law.ts';
import { readDraft } from '#lib/desks/accept/accept-draft.ts';
import { readLetter } from '#lib/desks/examine/examine-drafts.ts';
import { type BrowserCopy, browserCopy, DEVICES, RELEASES, rowsIn } from './golden-copies.ts';
import { restoreDatabases } from './restore-indexed-db.ts';
import { shownOf } from './shown-rows.ts';

type Kept = { id: FactId; text: string; hash: string; journal: JournalId; seq: number };
type Draft = { id: string; kind: string; value: unknown };

let journal: Journal | undefined;

/** Opens a copy with the program of today. `rowsOf`: another release made the rows, so that they are folded anew. */
async function open(copy: BrowserCopy, rowsOf: 'asTheyAre' | 'foldedAnew' = 'asTheyAre'): Promise<Journal> {
	await restoreDatabases(copy.databases);
	if (rowsOf === 'foldedAnew') await forgetProjection();
	journal = await openDeviceJournal();
	if (await journal.needsRebuild()) await journal.rebuild(() => undefined);
	return journal;
}

async function forgetProjection(): Promise<void> {
	const database = await new Dexie(STORE_NAME).open();
	const row: MetaRow = { key: 'projection', value: { version: 'none', rebuiltThrough: null } };
	await database.table('meta').put(row);
	database.close();
}

afterEach(async () => {
	journal?.close();
	await Dexie.delete(STORE_NAME);
});

const COPIES = RELEASES.flatMap((release) => DEVICES.map((device) => [release, device] as const));

describe.each(COPIES)('a browser’s store of %s, %s', (release, device) => {
	const copy = browserCopy(release, device);

	it('F72 opens with every fact as it was written, and its own journal goes on where it stopped', async () => {
		const opened = await open(copy);
		const kept = rowsIn<Kept>(copy, 'facts');
		const held = await opened.read((reader) => reader.heldIds(kept.map(({ id }) => id)));
		expect(held.size).toBe(kept.length);
		expect(kept.filter(({ text, hash }) => sha256Hex(text) !== hash)).toEqual([]);
		const { head } = await opened.state();
		const own = kept.filter((fact) => fact.journal === head.journal);
		expect(own.map(({ seq }) => seq).toSorted((a, b) => a - b)).toEqual(own.map((_, place) => place + 1));
		expect(head.seq).toBe(own.length);
	});

	it('F72 shows the same applications and registers, as they were folded and folded anew', async () => {
		for (const rows of ['asTheyAre', 'foldedAnew'] as const) {
			const opened = await open(copy, rows);
			const now = await opened.read(async (reader) => ({
				applications: await reader.applications(await reader.applicationNumbers()),
				registers: await reader.registers(await reader.registerNumbers())
			}));
			const before = rowsIn<ApplicationSummary>(copy, 'applications');
			expect(before.length).toBeGreaterThan(20);
			expect(now.applications.map(shownOf)).toEqual(before.map(shownOf));
			expect(now.registers).toMatchObject(rowsIn<RegisterView>(copy, 'registers'));
			opened.close();
			await Dexie.delete(STORE_NAME);
		}
	});

	it('F73 still has what was typed and scanned and not yet recorded', async () => {
		const opened = await open(copy);
		const drafts = rowsIn<Draft>(copy, 'drafts');
		expect(drafts.length).toBeGreaterThan(0);
		for (const { id, kind, value } of drafts) {
			const kept = await opened.read((reader) => reader.draft(id));
			expect(kept?.value).toEqual(value);
			if (kind === 'accept')
				expect(readDraft(value, () => 'none' as FactId)).toMatchObject({ surname: 'Жартылай', given: 'Терілген' });
			if (kind === 'examine') {
				const blank: WorkingLetter = {
					decision: '',
					notice: { kk: '', ru: '' },
					refusal: { kk: '', ru: '' },
					grounds: [],
					fields: {}
				};
				const letter = readLetter((value as { value: unknown }).value, blank);
				expect(letter.decision).toBe('refusal');
				expect(letter.grounds.map(({ explanation }) => explanation)).toContain('Анықтаманың мерзімі өткен');
			}
		}
	});
});
