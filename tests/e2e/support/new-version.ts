import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';

/** What the new version of the service worker can do and the old cannot: answer when it is asked. */
const ADDITION = `
self.addEventListener('message', (event) => {
	if (event.data === 'which version') event.ports[0].postMessage('new');
});`;

/** Stands in front of the server as a proxy would, and brings out a new version of the program when it is told to. */
export type NewVersion = { readonly origin: string; bringOut: () => void; end: () => Promise<void> };

export async function standBefore(server: string): Promise<NewVersion> {
	let isOut = false;
	const proxy = createServer((asked, answer) => {
		const { hostname, port } = new URL(server);
		const { url: path = '/', method, headers } = asked;
		const changed = isOut && path === '/service-worker.js';
		const forwarded = request(
			{ hostname, port, path, method, headers: changed ? withoutConditions(headers) : headers },
			(got) => (changed ? void addTo(got, answer) : got.pipe(answer.writeHead(got.statusCode ?? 502, got.headers)))
		);
		forwarded.on('error', () => answer.destroy());
		answer.on('close', () => forwarded.destroy());
		asked.pipe(forwarded);
	});
	await new Promise<void>((resolve) => proxy.listen(0, 'localhost', resolve));
	return {
		origin: `http://localhost:${(proxy.address() as AddressInfo).port}`,
		bringOut: () => (isOut = true),
		end: () =>
			new Promise((resolve) => {
				proxy.close(() => resolve());
				// Streams of wake-ups never end by themselves.
				proxy.closeAllConnections();
			})
	};
}

/** The whole file, as it is: no "not changed", nothing packed. */
function withoutConditions(headers: IncomingMessage['headers']): IncomingMessage['headers'] {
	const { 'if-none-match': _tag, 'if-modified-since': _since, ...others } = headers;
	return { ...others, 'accept-encoding': 'identity' };
}

async function addTo(got: IncomingMessage, answer: ServerResponse): Promise<void> {
	const parts: Buffer[] = [];
	for await (const part of got) parts.push(part as Buffer);
	const body = Buffer.concat([...parts, Buffer.from(ADDITION)]);
	const { etag: _etag, 'last-modified': _modified, ...headers } = got.headers;
	answer.writeHead(got.statusCode ?? 502, { ...headers, 'content-length': body.length }).end(body);
}
