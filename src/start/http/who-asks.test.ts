import { describe, expect, it } from 'vitest';
import { readSettings } from '#lib/server/settings/read-settings.ts';
import { settingsOf } from '#tests/support/settings-of.ts';
import { whoAsks } from './who-asks.ts';

const ask = (setting: string | undefined, remoteAddress: string, headers: Record<string, string> = {}) =>
	whoAsks({ headers, socket: { remoteAddress } }, settingsOf({ TRUST_PROXY: setting }).proxy);
const forged = { 'x-forwarded-for': '203.0.113.9', 'x-forwarded-proto': 'https' };

describe('who asks', () => {
	it('N74 without a proxy nobody is believed to be somebody else', () => {
		for (const setting of [undefined, '', '0'])
			expect(ask(setting, '10.0.0.7', forged)).toEqual({ protocol: 'http', address: '10.0.0.7' });
	});

	it.each([
		['1', '127.0.0.1'],
		['1', '::1'],
		['1', '::ffff:127.0.0.1'],
		['10.0.0.5', '10.0.0.5'],
		['10.0.0.5', '::ffff:10.0.0.5'],
		['192.168.7.1, 10.0.0.0/8', '10.200.3.4'],
		['fd00::/8', 'fd12::9']
	])('N74 with TRUST_PROXY=%s the proxy at %s is believed', (setting, peer) => {
		expect(ask(setting, peer, forged)).toEqual({ protocol: 'https', address: '203.0.113.9' });
	});

	it.each([
		['1', '10.0.0.7'],
		['10.0.0.5', '10.0.0.6'],
		['10.0.0.0/8', '11.0.0.1'],
		['fd00::/8', '10.0.0.1']
	])('N74 with TRUST_PROXY=%s a stranger at %s is not', (setting, peer) => {
		expect(ask(setting, peer, forged)).toEqual({ protocol: 'http', address: peer });
	});

	it('N74 of a chain the first from the right that is no proxy counts: what the client wrote itself lies left of it', () => {
		const headers = { 'x-forwarded-for': '1.2.3.4, 203.0.113.9, 10.0.0.4' };
		expect(ask('10.0.0.0/8', '10.0.0.5', headers).address).toBe('203.0.113.9');
		expect(ask('1', '127.0.0.1', { 'x-forwarded-for': 'unknown' }).address).toBe('127.0.0.1');
		expect(ask('1', '127.0.0.1').address).toBe('127.0.0.1');
	});

	it.each(['yes', '10.0.0.0/33', '10.0.0', '::/129', '10.0.0.1/x', 'proxy.example'])(
		'N74 TRUST_PROXY=%s is refused when the server starts',
		(setting) => {
			expect(readSettings({ TRUST_PROXY: setting }, '/')).toMatchObject({ ok: false });
		}
	);
});
