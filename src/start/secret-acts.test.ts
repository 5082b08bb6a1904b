import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FactId, type OrgId } from '#lib/domain/fact/ids.ts';
import { keepBadge, makeBadge, sessionKeyOf } from '#lib/server/people/badges.ts';
import { openServerSecret } from '#lib/server/people/server-secret.ts';
import { TERMINAL } from '#lib/server/registry/adopt-rows.ts';
import { openDatabase } from '#lib/server/store/database.ts';
import { backupDatabase } from './backup-database.ts';
import { dataAt } from '#tests/support/data-at.ts';
import { withRegistry } from './registry-of-database.ts';
import { printedParts, restoreFromParts, rotateAtTerminal } from './secret-acts.ts';
import { readSecretOptions } from './secret-options.ts';
import { savePerson } from './save-person.ts';

const AUTHORITY = 'authority-01' as OrgId;
const PASSWORD = 'тынық мұхит үш кеме';
const folder = mkdtempSync(join(tmpdir(), 'secret-'));
const files = { data: dataAt(join(folder, 'tereze.db')), secret: join(folder, 'secret') };
let key: string;

beforeAll(async () => {
	await (await openDatabase(files.data.database)).destroy();
	await withRegistry(files.data, ({ registry }) =>
		registry.act({ id: 'opening' as FactId, commands: [{ kind: 'openOrg', org: AUTHORITY }] }, TERMINAL)
	);
	for (const [number, role] of [
		['301', 'authorityAdmin'],
		['302', 'authorityAdmin'],
		['303', 'auditor']
	] as const)
		await savePerson(
			files.data,
			{ number, surname: 'Досанова', given: 'Мәлика', role, org: AUTHORITY, password: PASSWORD },
			{ update: false }
		);
	await withRegistry(files.data, async ({ db, registry }) => {
		const { id } = [...registry.current().people.values()][0]!;
		const made = await makeBadge();
		key = made.privateKey;
		await db
			.insertInto('badges')
			.values({ staff: id, badge: made.badge, digits: null, private_key: null, wrapped: null })
			.execute();
		await keepBadge(db, openServerSecret(files.secret), id, made);
	});
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

const answers =
	(...lines: string[]) =>
	() =>
		Promise.resolve(lines.shift() ?? null);
const opened = () =>
	withRegistry(files.data, ({ db, registry }) =>
		sessionKeyOf(db, openServerSecret(files.secret), [...registry.current().people.keys()][0]!)
	);
const rotations = () =>
	withRegistry(files.data, ({ registry }) =>
		Promise.resolve(
			registry.facts().flatMap((fact) => (fact.type === 'secretRotated' ? [[fact.actor, fact.body]] : []))
		)
	);

/** The lines of both parts, as they are printed. */
async function printed(): Promise<string[]> {
	let text = '';
	expect(await printedParts(files, answers(), (more) => (text += more))).toMatchObject({ ok: true });
	return [...text.matchAll(/\d\. {2}(\d{4}(?: \d{4}){3})/g)].map(([, line]) => line!);
}

describe('npm run secret', () => {
	it('N202 another secret needs two different administrators of the authority; what is refused changes nothing', async () => {
		const before = readFileSync(files.secret);
		const refused: string[][] = [
			['301', PASSWORD, '301', PASSWORD],
			['301', PASSWORD, '302', 'wrong'],
			['301', PASSWORD, '303', PASSWORD],
			['303', PASSWORD, '301', PASSWORD],
			['301']
		];
		for (const typed of refused)
			expect(await rotateAtTerminal(files, answers(...typed), false)).toMatchObject({ ok: false });
		expect(readFileSync(files.secret).equals(before)).toBe(true);
		expect(await rotations()).toEqual([]);
	});

	it('N202 the journal names both, or says that one was alone at the terminal', async () => {
		const before = readFileSync(files.secret);
		expect(await rotateAtTerminal(files, answers('301', PASSWORD, '302', PASSWORD), false)).toMatchObject({ ok: true });
		expect(readFileSync(files.secret).equals(before)).toBe(false);
		expect(await opened()).toBe(key);
		expect(await rotateAtTerminal(files, answers(), true)).toMatchObject({ ok: true });
		expect(await opened()).toBe(key);
		const [two, alone] = await rotations();
		expect(two).toEqual([expect.any(String), { second: expect.any(String), tell: [AUTHORITY] }]);
		expect(alone).toEqual(['terminal', { alone: true, tell: [AUTHORITY] }]);
	});

	it('N200 both parts bring it back; a slip, one part twice and parts of an earlier secret change nothing', async () => {
		const old = await printed();
		await rotateAtTerminal(files, answers(), true);
		const lines = await printed();
		expect(lines).toHaveLength(12);
		const secret = readFileSync(files.secret);
		rmSync(files.secret);
		const slip = lines.with(
			3,
			lines[3]!.replace(/^./, (digit) => String((Number(digit) + 1) % 10))
		);
		expect(await restoreFromParts(files, answers(...slip))).toMatchObject({ why: expect.stringContaining('line 4') });
		const twice = [...lines.slice(0, 6), ...lines.slice(0, 6)];
		for (const typed of [twice, old, lines.slice(0, 8)])
			expect(await restoreFromParts(files, answers(...typed))).toMatchObject({ ok: false });
		expect(await restoreFromParts(files, answers(...lines.slice(6), ...lines.slice(0, 6)))).toMatchObject({ ok: true });
		expect(readFileSync(files.secret).equals(secret)).toBe(true);
		expect(await opened()).toBe(key);
	});

	it('N203 no backup contains the secret, whatever its form', () => {
		const copy = join(folder, 'backups', 'one.db');
		expect(backupDatabase(join(folder, 'tereze.db'), copy)).toEqual({ ok: true });
		const [bytes, secret] = [readFileSync(copy), readFileSync(files.secret)];
		for (const form of ['hex', 'base64', 'base64url'] as const)
			expect(bytes.includes(Buffer.from(secret.toString(form)))).toBe(false);
		expect(bytes.includes(secret)).toBe(false);
	});

	it('N202 what the command line asks for is one thing, or is refused in a line', () => {
		expect(readSecretOptions(['--rotate', '--alone'])).toEqual({ kind: 'rotate', alone: true });
		expect(readSecretOptions(['--parts'])).toEqual({ kind: 'parts' });
		for (const args of [['--parts', '--rotate'], ['--alone'], ['--alone', '--parts'], ['--secret'], ['x']])
			expect(readSecretOptions(args)).toMatchObject({ kind: 'wrong' });
	});
});
