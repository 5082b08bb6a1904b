import { type Person, type SessionResponse } from '#lib/protocol/session-messages.ts';
import { type RegistryView } from '#lib/protocol/registry-messages.ts';

type Session = { cookie: string; person: Person };

/** @throws Error with the answer where it is no 2xx */
export async function postJson(
	origin: string,
	path: string,
	body: unknown,
	headers: Record<string, string> = {}
): Promise<unknown> {
	const own = { 'content-type': 'application/json', origin, ...headers };
	const answer = await fetch(`${origin}${path}`, { method: 'POST', headers: own, body: JSON.stringify(body) });
	if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
	return answer.json();
}

/** Signs somebody of the demonstration in. */
export async function signedIn(origin: string, number: string): Promise<Session> {
	const headers = { 'content-type': 'application/json', origin };
	const body = JSON.stringify({ number, password: `tereze-${number}` });
	const answer = await fetch(`${origin}/api/session`, { method: 'POST', headers, body });
	if (!answer.ok) throw new Error(`${number} cannot sign in: ${answer.status} ${await answer.text()}`);
	const cookie = answer.headers.getSetCookie().map((each) => each.split(';')[0]);
	return { cookie: cookie.join('; '), person: ((await answer.json()) as SessionResponse).person };
}

/** The Center's administrator records that somebody has left. */
export async function recordLeaving(origin: string, administrator: string, number: string): Promise<void> {
	const { cookie } = await signedIn(origin, administrator);
	const view = (await (await fetch(`${origin}/api/registry`, { headers: { cookie } })).json()) as RegistryView;
	const staff = view.people.find((person) => person.number === number)?.id;
	const asked = { id: crypto.randomUUID(), as: 'admin', commands: [{ kind: 'leave', staff }] };
	const recorded = (await postJson(origin, '/api/registry', asked, { cookie })) as { ok: boolean };
	if (!recorded.ok) throw new Error(`Not recorded: ${JSON.stringify(recorded)}`);
}
