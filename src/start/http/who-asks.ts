import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import { familyOf, type Proxy } from '#lib/server/settings/proxy.ts';

/** `::ffff:10.0.0.1` is how a socket for both families names 10.0.0.1. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '');

/** Protocol and address of whoever asks. Only a proxy that the operator named is believed what it says of others. */
export function whoAsks(
	{ headers, socket }: Pick<IncomingMessage, 'headers'> & { socket: { remoteAddress?: string | undefined } },
	proxy: Proxy
): { protocol: 'http' | 'https'; address: string } {
	const peer = plain(socket.remoteAddress ?? 'unknown');
	const isTrusted = (address: string): boolean =>
		proxy !== null && isIP(address) !== 0 && proxy.check(address, familyOf(address));
	if (!isTrusted(peer)) return { protocol: 'http', address: peer };
	const asked = (name: string): string[] => {
		const value = headers[name]?.toString() ?? '';
		return value.split(',').map((part) => part.trim());
	};
	// From the right: each proxy adds whom it was asked by, and what is left of the first stranger came from a stranger.
	const client = asked('x-forwarded-for')
		.toReversed()
		.map(plain)
		.find((address) => !isTrusted(address));
	const protocol = asked('x-forwarded-proto').at(-1)?.toLowerCase() === 'https' ? 'https' : 'http';
	return { protocol, address: client !== undefined && isIP(client) !== 0 ? client : peer };
}
