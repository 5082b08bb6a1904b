import type { Handle, HandleServerError, RequestEvent } from '@sveltejs/kit';

export type Hooks = { handle: Handle; handleError: HandleServerError };
type Handler = (event: RequestEvent) => Response | Promise<Response>;

/** Every endpoint of the program, by its file. */
const routes = import.meta.glob<Record<string, unknown>>('../../src/routes/api/**/+server.ts');

const fileOf = (path: string): string | undefined =>
	Object.keys(routes).find((file) => {
		const route = file.replace(/^.*\/routes(.*)\/\+server\.ts$/, '$1').replace(/\[\w+\]/g, '[^/]+');
		return new RegExp(`^${route}$`).test(path);
	});

/** A browser that asks the whole server, hooks and all, as the framework hands its requests on. */
export function aClient(hooks: Hooks) {
	const jar = new Map<string, string>();
	const cookies = {
		get: (name: string) => jar.get(name),
		getAll: () => [...jar].map(([name, value]) => ({ name, value })),
		set: (name: string, value: string) => void jar.set(name, value),
		delete: (name: string) => void jar.delete(name)
	};
	const handled = (request: Request, resolve: (event: RequestEvent) => Promise<Response>) => {
		const url = new URL(request.url);
		const event = { request, url, cookies, locals: {}, params: {}, getClientAddress: () => '10.0.0.7' };
		return hooks.handle({ event, resolve: guarded(resolve) } as unknown as Parameters<Handle>[0]);
	};
	/** What an endpoint throws the framework gives to `handleError`. */
	const guarded = (resolve: (event: RequestEvent) => Promise<Response>) => async (event: RequestEvent) => {
		try {
			return await resolve(event);
		} catch (error) {
			await hooks.handleError({ error, event, status: 500, message: '' });
			return new Response(null, { status: 500 });
		}
	};
	return {
		/** What the browser has been given to show. */
		cookies: () => [...jar.values()],
		/** @param body JSON, or a text as it is */
		ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> {
			const sent = body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body);
			const type = { 'content-type': 'application/json' };
			const request = new Request(`http://localhost${path}`, { method, body: sent, headers: { ...type, ...headers } });
			return Promise.resolve(
				handled(request, async (event) => {
					const file = fileOf(event.url.pathname);
					const handler = file === undefined ? undefined : (await routes[file]!())[method];
					return handler ? (handler as Handler)(event) : new Response(null, { status: file ? 405 : 404 });
				})
			);
		},
		/** A request under which something breaks that nobody expected. */
		fails: (path: string, error: Error) =>
			Promise.resolve(handled(new Request(`http://localhost${path}`), () => Promise.reject(error)))
	};
}
