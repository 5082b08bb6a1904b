import { existsSync, readFileSync } from 'node:fs';
import { v7 as uuid } from 'uuid';
import { type FactId, type StaffId } from '#lib/domain/fact/ids.ts';
import { readPart, type SecretPart, writePart } from '#lib/domain/number/secret-parts.ts';
import { rolesHeld } from '#lib/domain/registry/registry.ts';
import { proveSecond } from '#lib/server/people/prove-second.ts';
import { opensDatabase, putSecret, rotateSecret, settleRotation } from '#lib/server/people/rotate-secret.ts';
import { joinSecret, splitSecret } from '#lib/server/people/secret-halves.ts';
import { TERMINAL } from '#lib/server/registry/adopt-rows.ts';
import { type RegistryBy } from '#lib/server/registry/registry-server.ts';
import { type OpenedRegistry, withRegistry } from './registry-of-database.ts';
import { type ServerData } from './server-data.ts';

/** The next line that somebody types after a question; null at the end of the input. */
export type AskLine = (question: string) => Promise<string | null>;
export type SecretDone = { ok: true; said: string } | { ok: false; why: string };
type Files = { data: ServerData; secret: string };

const LINES = [1, 2, 3, 4, 5, 6] as const;
const failed = (why: string): SecretDone => ({ ok: false, why });

/** Shows the two parts one after the other: between them the people change places. */
export async function printedParts(
	{ secret }: Files,
	ask: AskLine,
	print: (text: string) => void
): Promise<SecretDone> {
	if (!existsSync(secret)) return failed(`There is no secret at ${secret}`);
	for (const part of splitSecret(readFileSync(secret))) {
		await ask(`Part ${part.part} of 2. Only its keeper looks at the screen now. Enter: `);
		print(
			`\n  Tereze, part ${part.part} of 2, pair ${part.pair}\n${writePart(part)
				.map((line, at) => `  ${at + 1}.  ${line}\n`)
				.join('')}\n`
		);
	}
	await ask('Written down? The screen is cleared. Enter: ');
	print('\u001b[2J\u001b[3J\u001b[H');
	return { ok: true, said: 'Keep the parts in two places, with two people.' };
}

/** Asks for both parts, and takes them if they open what the database has sealed. What was there before is replaced only then. */
export async function restoreFromParts({ data, secret }: Files, ask: AskLine): Promise<SecretDone> {
	const parts: SecretPart[] = [];
	while (parts.length < 2) {
		const part = await askPart(ask, parts.length === 0 ? 'One part' : 'The other part');
		if (typeof part === 'string') return failed(part);
		parts.push(part);
	}
	const joined = joinSecret(parts[0]!, parts[1]!);
	if (!joined) return failed('These are not the two parts of one pair. Take part 1 and part 2 with the same pair.');
	return withRegistry(data, async ({ db }) => {
		await settleRotation(db, secret);
		if ((await opensDatabase(db, joined)) === false)
			return failed(
				'These parts are of another secret than the one that the database is sealed with. Nothing was changed.'
			);
		putSecret(secret, joined);
		return { ok: true, said: `The secret is back: ${secret}` };
	});
}

async function askPart(ask: AskLine, what: string): Promise<SecretPart | string> {
	const lines: string[] = [];
	for (const line of LINES) {
		const typed = await ask(`${what}, line ${line} of 6: `);
		if (typed === null) return `${what} ended before its sixth line. Nothing was changed.`;
		lines.push(typed);
	}
	const read = readPart(lines);
	return read.ok ? read.value : `${what}: line ${read.line} is not as it was printed. Look at it again.`;
}

/** Another secret, by two administrators of the authority or alone; the journal is told before anything changes. */
export async function rotateAtTerminal({ data, secret }: Files, ask: AskLine, alone: boolean): Promise<SecretDone> {
	if (!existsSync(secret)) return failed(`There is no secret at ${secret}`);
	return withRegistry(data, async (opened) => {
		const hands = alone ? { by: TERMINAL } : await twoHands(opened, ask);
		if ('why' in hands) return failed(hands.why);
		const second = 'second' in hands ? { second: hands.second } : {};
		const commands = [{ kind: 'rotateSecret' as const, ...second }];
		const told = await opened.registry.act({ id: uuid() as FactId, commands }, hands.by);
		if (!told.ok) return failed('Two different administrators of the authority are needed.');
		await rotateSecret(opened.db, secret);
		return { ok: true, said: 'The server has another secret. Print its parts now: npm run secret -- --parts' };
	});
}

async function twoHands(
	{ db, registry }: OpenedRegistry,
	ask: AskLine
): Promise<{ by: RegistryBy; second: StaffId } | { why: string }> {
	const proven: StaffId[] = [];
	for (const who of ['First administrator', 'Second administrator']) {
		const number = (await ask(`${who}, number: `))?.trim() ?? '';
		const password = (await ask(`${who}, password: `)) ?? '';
		const answer = await proveSecond(db, { number, password }, { at: Date.now(), address: 'terminal' });
		if (!answer.ok) return { why: `${who}: number or password is wrong. Nothing was changed.` };
		proven.push(answer.staff);
	}
	const [first, second] = proven as [StaffId, StaffId];
	const person = registry.current().people.get(first);
	if (first === second || !person || !rolesHeld(person).includes('authorityAdmin'))
		return { why: 'Two different administrators of the authority are needed. Nothing was changed.' };
	return { by: { actor: first, role: 'authorityAdmin', org: person.org }, second };
}
