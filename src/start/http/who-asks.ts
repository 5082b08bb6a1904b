import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

/** The proxies whose word on protocol and address is taken; null where there is none in front. */
export type Proxy = BlockList | null;

/** `::ffff:10.0.0.1` is how a socket for both families names 10.0.0.1. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '');
const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

/**
 * @param setting `TRUST_PROXY`: `1` is a proxy on this machine; otherwise addresses and networks, `10.0.0.5, 10.1.0.0/16`
 * @throws RangeError if a part of it is neither
 */
export function readProxy(setting: string | undefined): Proxy {
	const parts = (setting ?? '').split(',').map((part) => part.trim());
	const named = parts.filter((part) => part !== '' && part !== '0');
	if (named.length === 0) return null;
	const proxies = new BlockList();
	for (const part of named) {
		if (part === '1') {
			proxies.addSubnet('127.0.0.0', 8, 'ipv4');
			proxies.addAddress('::1', 'ipv6');
			continue;
		}
		const [address = '', bits] = part.split('/');
		const widest = isIP(address) === 6 ? 128 : 32;
		const isNetwork = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= widest);
		if (isIP(address) === 0 || !isNetwork) throw new RangeError(`TRUST_PROXY is no address or network: ${part}`);
		if (bits === undefined) proxies.addAddress(address, familyOf(address));
		else proxies.addSubnet(address, Number(bits), familyOf(address));
	}
	return proxies;
}

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
