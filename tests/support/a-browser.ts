import { type Cookies } from '@sveltejs/kit';
import { findSession } from '#lib/server/people/sessions.ts';
import { sessionTokens } from '#lib/server/http/session-cookie.ts';
import { type Database } from '#lib/server/store/database.ts';

type Options = Parameters<Cookies['set']>[2];
type Handler = (event: object) => Response | Promise<Response>;
export type Ask = { method: 'GET' | 'POST' | 'PUT' | 'DELETE'; handler: unknown; body?: unknown };

/** A browser as an endpoint sees it: its cookies stay from one request to the next, and the hook finds whose session they are. */
export class ABrowser {
	readonly cookies = new Map<string, { value: string; options: Options }>();
	readonly #db: Database;
	readonly #origin: string;
	readonly #address: string;

	constructor(db: Database, { origin = 'http://localhost:3000', address = '10.0.0.1' } = {}) {
		this.#db = db;
		this.#origin = origin;
		this.#address = address;
	}

	async ask({ method, handler, body }: Ask): Promise<{ status: number; json: Record<string, unknown> }> {
		const { cookies } = this;
		const jar = {
			get: (name: string) => cookies.get(name)?.value,
			set: (name: string, value: string, options: Options) => void cookies.set(name, { value, options }),
			delete: (name: string) => void cookies.delete(name)
		};
		const [token] = sessionTokens(jar);
		const url = new URL('/api/session', this.#origin);
		const headers = { 'content-type': 'application/json' };
		const request = new Request(url, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
		const session = token === undefined ? undefined : await findSession(this.#db, token, Date.now());
		const locals = { db: this.#db, session };
		const event = { request, url, locals, cookies: jar, getClientAddress: () => this.#address };
		const response = await (handler as Handler)(event);
		return { status: response.status, json: response.status === 204 ? {} : await response.json() };
	}
}
