import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { RELEASES, serverDatabase } from '#tests/golden/golden-copies.ts';
import { writeVariedDatabase } from '#tests/support/a-varied-database.ts';
import { tamperWith } from '#tests/support/tampered-rows.ts';
import { openDatabase } from '../store/database.ts';
import { nativeSha256 } from '../sync/read-arrival.ts';
import { verifyDatabase } from './verify-database.ts';

const folder = mkdtempSync(join(tmpdir(), 'tereze-verify-'));
afterAll(() => rmSync(folder, { recursive: true }));

const FIRST = 'nr = (select min(nr) from facts)';

let made = 0;
const place = (): string => join(folder, `${(made += 1)}.db`);

async function varied(): Promise<string> {
	const file = place();
	await writeVariedDatabase(file);
	return file;
}

/** What is found after a statement of SQL. */
function foundAfter(file: string, sql: string, ...values: string[]) {
	const hand = tamperWith(file);
	hand.run(sql, ...values);
	hand.close();
	return verifyDatabase(file)!.findings.first;
}

describe('npm run verify-journal, the file', () => {
	it.each(RELEASES)(
		'S170 a database of %s is proven as it was left, and as a later start leaves it',
		async (release) => {
			const file = place();
			writeFileSync(file, serverDatabase(release));
			const before = verifyDatabase(file)!;
			expect(before.findings.first).toEqual([]);
			expect(before.facts).toBeGreaterThan(200);
			await (await openDatabase(file)).destroy();
			const { findings, facts, journals, streams } = verifyDatabase(file)!;
			expect(findings.first).toEqual([]);
			expect([facts, journals, streams]).toEqual([before.facts, before.journals, before.streams]);
		}
	);

	it.each(RELEASES)('S171 one letter of a name is found in a database of %s', (release) => {
		const file = place();
		writeFileSync(file, serverDatabase(release));
		const change = `update fact_personal set text = replace(text, '"surname":"', '"surname":"А') where nr = (
			select min(nr) from fact_personal where text like '%"surname":"%')`;
		expect(foundAfter(file, change)).toMatchObject([{ table: 'fact_personal', what: 'personal' }]);
	});

	it('S170 nothing is written to it', async () => {
		const file = await varied();
		const digest = () => createHash('sha256').update(readFileSync(file)).digest('hex');
		const before = digest();
		verifyDatabase(file);
		expect(digest()).toBe(before);
	});

	it('S174 bytes that are no UTF-8 are found where a text holds the sign that stands for such', async () => {
		const file = await varied();
		const signs = "text like '%' || char(65533) || '%'";
		const other = `update fact_personal set text = cast(unhex(replace(hex(text), 'EFBFBD', 'F0BFBD')) as text) where ${signs}`;
		expect(foundAfter(file, other)).toMatchObject([{ table: 'fact_personal', what: 'personal' }]);
	});

	it('S171 a text that was rewritten together with its hash is found by the link after it, and the last one by its head', async () => {
		for (const [seq, found] of [
			[2, { table: 'facts', what: 'link' }],
			[15, { table: 'journals', key: 'J0', column: 'held_hash', what: 'head' }]
		] as const) {
			const file = await varied();
			const hand = tamperWith(file);
			const fact = hand.rows('facts').find((row) => row['journal'] === 'J0' && row['seq'] === seq)!;
			const text = String(fact['text'])
				.replace('"role":"centerInspector"', '"role":"head"')
				.replace('"role":"head"', '"role":"admin"');
			hand.run('update facts set text = ?, hash = ? where nr = ?', text, nativeSha256(text), fact['nr']!);
			hand.close();
			expect(verifyDatabase(file)!.findings.first).toContainEqual(expect.objectContaining(found));
		}
	});

	it('S202 a text that was rewritten with all the hashes after it is found by the signature of its device', async () => {
		const file = await varied();
		const hand = tamperWith(file);
		const [fact] = hand.rows('facts').filter((row) => row['journal'] === 'J2' && row['seq'] === 5);
		const text = String(fact!['text']).replace('"at":', '"at":1');
		const hash = nativeSha256(text);
		hand.run('update facts set text = ?, hash = ? where nr = ?', text, hash, fact!['nr']!);
		hand.run("update journals set held_hash = ?, signed_hash = ? where journal = 'J2'", hash, hash);
		hand.close();
		expect(verifyDatabase(file)!.findings.first).toEqual([
			{ table: 'journals', key: 'J2', column: 'signature', what: 'signature' }
		]);
	});

	it('S174 a fact of which nothing can be read is found, also with the hash of what is there', async () => {
		const sql = `update facts set text = '[]', hash = ? where ${FIRST}`;
		const found = foundAfter(await varied(), sql, nativeSha256('[]'));
		expect(found).toContainEqual(expect.objectContaining({ table: 'facts', column: 'text', what: 'unread' }));
	});

	it.each([
		['a number that JavaScript cannot hold', `update facts set seq = 9223372036854775807 where ${FIRST}`, 'facts'],
		['a zero and more behind a text', `update facts set text = text || char(0) || 'x' where ${FIRST}`, 'facts'],
		['the bytes of a text that are no text', `update facts set text = cast(text as blob) where ${FIRST}`, 'facts'],
		['a list that is no JSON', `update facts set applications = '[' where ${FIRST}`, 'facts'],
		['a position that is no number', "update stream_entries set position = 'x' where rowid = 1", 'stream_entries']
	])('S174 %s is found and ends nothing', async (_, sql, table) => {
		const file = await varied();
		expect(foundAfter(file, sql)).toContainEqual(expect.objectContaining({ table }));
	});

	it('S174 a damaged page is told, and all that could be read', async () => {
		const file = await varied();
		const bytes = readFileSync(file);
		bytes.fill(0xa5, bytes.length / 2, bytes.length / 2 + 4096);
		writeFileSync(file, bytes);
		expect(verifyDatabase(file)!.findings.first).toContainEqual(expect.objectContaining({ what: 'damaged' }));
	});

	it('S175 what is no database of a server cannot be read', async () => {
		const junk = place();
		writeFileSync(junk, 'not a database at all, but long enough to look like one to a hasty reader');
		const foreign = place();
		const hand = tamperWith(foreign);
		hand.run('create table songs (name text)');
		hand.close();
		for (const file of [junk, foreign, place(), folder]) expect(verifyDatabase(file)).toBeUndefined();
		const cut = await varied();
		truncateSync(cut, Math.floor(statSync(cut).size / 8192) * 4096);
		expect(verifyDatabase(cut)?.findings.count).not.toBe(0);
	});

	it('S174 the first hundred places are listed, and all are counted', async () => {
		const file = await varied();
		const hand = tamperWith(file);
		hand.run('update stream_entries set hash = ?', 'x');
		hand.run('update facts set hash = ?', 'x');
		hand.run('update fact_personal set salt = ?', 'x');
		hand.close();
		const { findings } = verifyDatabase(file)!;
		expect(findings.first.length).toBe(100);
		expect(findings.count).toBeGreaterThan(100);
	});
});
