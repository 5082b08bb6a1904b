import { describe, expect, it } from 'vitest';
import { aServer, STORES } from '#tests/contract/server-store-server.ts';
import { BODY, CENTER, numberOf, OTHER_BODY, Writer } from '#tests/contract/server-store-writer.ts';
import { rebuildProjection } from './rebuild-projection.ts';

describe.each(STORES)('the projection, %s', (kind) => {
	it('S68 rows made by another version of the fold are made again, once', async () => {
		const { store, sync } = await aServer(kind);
		const window = new Writer('J1');
		for (let serial = 1; serial <= 250; serial += 1) window.accepted(serial);
		window.registered(7);
		await sync(window);
		const projector = (number: string, facts: readonly unknown[]) => ({
			number,
			summary: `${facts.length}`,
			keys: ['all']
		});
		expect(await rebuildProjection(store, projector, '2')).toBe(250);
		const rows = await store.findApplications({ key: 'all', limit: 999 });
		expect(rows).toHaveLength(250);
		expect(rows.find(({ number }) => number === numberOf(7))?.summary).toBe('2');
		expect(await rebuildProjection(store, projector, '2')).toBe(0);
		expect(await rebuildProjection(store, projector, '3')).toBe(250);
	});

	it('S139 an org that another version took for a party because it wrote something is none after that', async () => {
		const { store, sync, streamOf } = await aServer(kind);
		const [window, stranger] = [new Writer('J1'), new Writer('J9', OTHER_BODY)];
		window.accepted(1);
		window.dispatched([1]);
		await sync(window);
		const wrote = stranger.registered(1);
		await sync(stranger);
		const row = { application: numberOf(1), center: false, bodyAt: null, leftAt: null };
		await store.write((tx) => tx.saveParties([{ ...row, org: OTHER_BODY }]));
		const projector = (number: string) => ({ number, summary: '', keys: [] });
		await rebuildProjection(store, projector, '2');
		window.registered(1);
		await sync(window, 2);
		expect(await streamOf(OTHER_BODY)).toEqual([wrote.id]);
		expect((await store.parties([numberOf(1)])).map(({ org, center, bodyAt }) => [org, center, bodyAt]).sort()).toEqual(
			[
				[BODY, false, 0],
				[CENTER, true, null]
			]
		);
	});
});
