import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { v7 as uuid } from 'uuid';
import { openDemoDatabase } from '#tests/support/people-database.ts';
import { type OrgId, type Role, type StaffId } from '#lib/domain/fact/ids.ts';
import { type ExchangeClientRequest } from '#lib/protocol/exchange-clients.ts';
import { registerClient } from '#lib/server/exchange/register-client.ts';
import { type Client } from '#lib/server/exchange/clients.ts';
import { type Database } from '#lib/server/store/database.ts';
import { type SyncServer, syncServerOf } from '#lib/server/sync/sync-server.ts';
import { BODY } from './a-center.ts';

type Handler = (event: object) => Response | Promise<Response>;
type Endpoint = { path: RegExp; load: () => Promise<Record<string, Handler>> };

const ENDPOINTS: Endpoint[] = Object.entries(
	import.meta.glob<Record<string, Handler>>('../../../src/routes/api/exchange/v1/**/+server.ts')
).map(([file, load]) => {
	const path = file.replace(/^.*\/routes(.*)\/\+server\.ts$/, '$1');
	return { path: new RegExp(`^${path.replaceAll('.', '\\.').replace('[number]', '(?<number>[^/]+)')}$`), load };
});

/** The terminal's neighbour: whoever administers the authority may register systems of any body. */
export const ADMIN = { actor: 'staff-301' as StaffId, role: 'authorityAdmin' as Role, org: 'authority-01' as OrgId };

export const CLERK = 'staff-201' as StaffId;
export const HEAD = 'staff-202' as StaffId;
export const EXECUTOR = 'staff-203' as StaffId;

export type Keys = Awaited<ReturnType<typeof generateKeyPair>>;

/** A server that serves the exchange interface over HTTP, with the demonstration's people. */
export class AnExchange {
	readonly db: Database;
	readonly server: SyncServer;
	readonly url: string;
	readonly #end: () => Promise<void>;

	private constructor(db: Database, server: SyncServer, url: string, end: () => Promise<void>) {
		this.db = db;
		this.server = server;
		this.url = url;
		this.#end = end;
	}

	static async open(): Promise<AnExchange> {
		const folder = mkdtempSync(join(tmpdir(), 'exchange-'));
		const db = await openDemoDatabase();
		const server = await syncServerOf(db, folder);
		await server.registry.adoptRows();
		const http = createServer((incoming, outgoing) => {
			void answerOf(db, incoming).then(async (response) => {
				outgoing.writeHead(response.status, Object.fromEntries(response.headers));
				if (response.body) for await (const piece of response.body) outgoing.write(piece);
				outgoing.end();
			});
		});
		await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening));
		const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
		return new AnExchange(db, server, url, async () => {
			http.closeAllConnections();
			http.close();
			await db.destroy();
			rmSync(folder, { recursive: true });
		});
	}

	close(): Promise<void> {
		return this.#end();
	}

	/** A system of the body with a key of its own. */
	async registers(more: Partial<ExchangeClientRequest> = {}): Promise<{ client: Client; keys: Keys }> {
		const keys = await generateKeyPair('ES256', { extractable: true });
		const asked = {
			org: BODY,
			name: 'УО АЖ',
			key: { ...(await exportJWK(keys.publicKey)) },
			roles: ['chancery', 'head', 'executor'] as const,
			people: [CLERK, HEAD, EXECUTOR]
		};
		const made = await registerClient(
			this.db,
			this.server,
			{ ...asked, roles: [...asked.roles], ...more },
			ADMIN,
			Date.now()
		);
		if (!made.ok) throw new Error(JSON.stringify(made));
		return { client: made.client, keys };
	}

	/** Signs an assertion as the documents describe it. */
	assertion(
		id: string,
		{ privateKey }: Keys,
		more: { aud?: string; exp?: number; jti?: string } = {}
	): Promise<string> {
		return new SignJWT({})
			.setProtectedHeader({ alg: 'ES256' })
			.setIssuer(id)
			.setSubject(id)
			.setAudience(more.aud ?? `${this.url}/api/exchange/v1/token`)
			.setJti(more.jti ?? uuid())
			.setIssuedAt()
			.setExpirationTime(more.exp ?? Math.floor(Date.now() / 1000) + 60)
			.sign(privateKey);
	}

	asksToken(assertion: string): Promise<Response> {
		const body = new URLSearchParams({
			grant_type: 'client_credentials',
			client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
			client_assertion: assertion
		});
		return fetch(`${this.url}/api/exchange/v1/token`, { method: 'POST', body });
	}

	/** A system that has its token. */
	async connects(
		more: Partial<ExchangeClientRequest> = {}
	): Promise<{ client: Client; keys: Keys; ask: (path: string, init?: RequestInit) => Promise<Response> }> {
		const { client, keys } = await this.registers(more);
		const given = await this.asksToken(await this.assertion(client.id, keys));
		const { access_token: token } = (await given.json()) as { access_token: string };
		const ask = (path: string, init: RequestInit = {}) =>
			fetch(`${this.url}/api/exchange/v1${path}`, {
				...init,
				headers: { authorization: `Bearer ${token}`, ...init.headers }
			});
		return { client, keys, ask };
	}
}

async function answerOf(db: Database, incoming: IncomingMessage): Promise<Response> {
	const url = new URL(incoming.url!, `http://${incoming.headers.host}`);
	const endpoint = ENDPOINTS.find(({ path }) => path.test(url.pathname));
	const handler = (await endpoint?.load())?.[incoming.method!];
	if (!endpoint || !handler) return new Response(null, { status: 404 });
	const pieces: Uint8Array[] = [];
	for await (const piece of incoming) pieces.push(piece as Uint8Array);
	const request = new Request(url, {
		method: incoming.method!,
		headers: Object.entries(incoming.headers).map(([name, value]) => [name, String(value)] as [string, string]),
		...(pieces.length > 0 ? { body: Buffer.concat(pieces) } : {})
	});
	const locals = { db, session: undefined, device: undefined };
	const params = { ...endpoint.path.exec(url.pathname)?.groups };
	return await handler({ request, url, params, locals, getClientAddress: () => '127.0.0.1' });
}
