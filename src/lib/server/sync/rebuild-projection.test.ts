import { describe, expect, it } from 'vitest';
import { aServer, STORES } from '$tests/contract/server-store-server';
import { numberOf, Writer } from '$tests/contract/server-store-writer';
import { rebuildProjection } from './rebuild-projection';

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
});
