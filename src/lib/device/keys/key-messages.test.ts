import { afterEach, describe, expect, it } from 'vitest';
import { type StaffId } from '#lib/domain/fact/ids.ts';
import { createKeyHolder, type KeyHolder } from './key-holder.ts';
import { answerOf, keyHolderAt, type KeyPort, type KeyQuestion } from './key-messages.ts';

const NAME = { person: 'staff-101' as StaffId, badge: 'a'.repeat(32) };
const pair = crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);
const ports: MessagePort[] = [];
afterEach(() => ports.splice(0).forEach((port) => port.close()));

/** A tab of a browser whose worker holds the keys. */
function aTab(worker: KeyHolder, broken: Promise<unknown> = new Promise(() => undefined)): KeyHolder {
	const { port1, port2 } = new MessageChannel();
	ports.push(port1, port2);
	port1.onmessage = ({ data }: MessageEvent<KeyQuestion>) =>
		void answerOf(worker, data).then((said) => port1.postMessage(said));
	return keyHolderAt(port2 as unknown as KeyPort, broken, createKeyHolder(Date.now));
}

describe('keys that all tabs share', () => {
	it('N181 a key that one tab opened signs in another, and does not come out', async () => {
		const worker = createKeyHolder(Date.now);
		const [first, second] = [aTab(worker), aTab(worker)];
		await first.hold(NAME, (await pair).privateKey);
		expect([await second.has(NAME), await second.has({ ...NAME, badge: 'b'.repeat(32) })]).toEqual([true, false]);
		const signature = Uint8Array.from(Buffer.from((await second.sign(NAME, 'text'))!, 'base64url'));
		const how = { name: 'ECDSA', hash: 'SHA-256' };
		expect(await crypto.subtle.verify(how, (await pair).publicKey, signature, new TextEncoder().encode('text'))).toBe(
			true
		);
		await second.drop(NAME.person);
		expect([await first.has(NAME), await first.sign(NAME, 'text')]).toEqual([false, null]);
	});

	it('N181 where the worker does not load, the tab holds its own keys, also those asked for before that was known', async () => {
		const silent: KeyHolder = { ...createKeyHolder(Date.now), hold: () => new Promise(() => undefined) };
		const { promise: broken, resolve: breaks } = Promise.withResolvers<void>();
		const tab = aTab(silent, broken);
		const held = tab.hold(NAME, (await pair).privateKey);
		breaks();
		await held;
		expect(await tab.has(NAME)).toBe(true);
	});
});
