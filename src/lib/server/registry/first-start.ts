import { timingSafeEqual } from 'node:crypto';
import { type Refusal } from '#lib/domain/application/refusal.ts';
import { type Directory } from '#lib/domain/org/directory.ts';
import { type RegistryCommand } from '#lib/domain/registry/registry-command.ts';
import { type FirstStartRequest } from '#lib/protocol/first-start-messages.ts';
import { tokenHash } from '../http/secret-token.ts';
import { type Place } from '../people/known-places.ts';
import { hashPassword } from '../people/password.ts';
import { setPassword, weaknessOf, type WeakPassword } from '../people/set-password.ts';
import { enter, type SignIn } from '../people/sign-in.ts';
import type { Database } from '../store/database.ts';
import { TERMINAL } from './adopt-rows.ts';
import { type RegistryServer } from './registry-server.ts';

/**
 * - `noFirstStart`: somebody is entered already, or this server prints no link
 * - `otherLink`: the link is of another start of the server
 */
type FirstStart =
	| SignIn
	| WeakPassword
	| { ok: false; why: 'noFirstStart' | 'otherLink' }
	| { ok: false; why: 'refused'; refusal: Refusal };

type Context = {
	/** The token of the link that the terminal printed; undefined where it printed none. */
	expected: string | undefined;
	at: number;
	directory: Directory;
	place: Place;
};

/** With the first administrator the link is closed for ever. */
const isFirstStart = (registry: RegistryServer): boolean => registry.current().people.size === 0;

/** Sets up an empty server: the authority with its administrator, a Center with a window. The administrator is signed in. */
export async function firstStart(
	db: Database,
	registry: RegistryServer,
	request: FirstStartRequest,
	{ expected, at, directory, place }: Context
): Promise<FirstStart> {
	if (expected === undefined || !isFirstStart(registry)) return { ok: false, why: 'noFirstStart' };
	if (!isSame(request.token, expected)) return { ok: false, why: 'otherLink' };
	const { id, name, password, center, window } = request;
	const number = request.number.trim();
	const weak = await weaknessOf(password, { ...name, number }, directory.authority);
	if (weak) return weak;
	const hash = await hashPassword(password);
	const answer = await registry.act({ id, commands: commandsOf(request, directory) }, TERMINAL);
	if (!answer.ok) return { ok: false, why: 'refused', refusal: answer.refused[0]!.refusal };
	const person = [...registry.current().people.values()].find((each) => each.number === number)!;
	await setPassword(db, person.id, hash);
	return enter(db, person.id, { number, place }, at);

	function commandsOf({ number }: FirstStartRequest, { authority }: Directory): RegistryCommand[] {
		return [
			{ kind: 'openOrg', org: authority.id },
			{ kind: 'enterPerson', org: authority.id, number, name, roles: ['authorityAdmin'], window: null },
			{ kind: 'openOrg', org: center },
			{ kind: 'setWindow', org: center, window, closed: false }
		];
	}
}

/** Compared by their hashes, which are of one length and tell nothing of how far the two agree. */
const isSame = (token: string, expected: string): boolean =>
	timingSafeEqual(Buffer.from(tokenHash(token)), Buffer.from(tokenHash(expected)));
