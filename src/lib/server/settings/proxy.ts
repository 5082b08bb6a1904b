import { BlockList, isIP } from 'node:net';

/** The proxies whose word on protocol and address is taken; null where there is none in front. */
export type Proxy = BlockList | null;

type ReadProxy = { ok: true; proxy: Proxy } | { ok: false };

/** @param setting `1` is a proxy on this machine; otherwise addresses and networks, `10.0.0.5, 10.1.0.0/16` */
export function readProxy(setting: string): ReadProxy {
	const parts = setting.split(',').map((part) => part.trim());
	const named = parts.filter((part) => part !== '' && part !== '0');
	if (named.length === 0) return { ok: true, proxy: null };
	const proxies = new BlockList();
	return named.every((part) => addTo(proxies, part)) ? { ok: true, proxy: proxies } : { ok: false };
}

export const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** @returns false if the part is neither an address nor a network */
function addTo(proxies: BlockList, part: string): boolean {
	if (part === '1') {
		proxies.addSubnet('127.0.0.0', 8, 'ipv4');
		proxies.addAddress('::1', 'ipv6');
		return true;
	}
	const [address = '', bits, ...more] = part.split('/');
	const widest = isIP(address) === 6 ? 128 : 32;
	const isNetwork = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= widest);
	if (isIP(address) === 0 || !isNetwork || more.length > 0) return false;
	if (bits === undefined) proxies.addAddress(address, familyOf(address));
	else proxies.addSubnet(address, Number(bits), familyOf(address));
	return true;
}
