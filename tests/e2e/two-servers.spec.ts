import { expect, test } from '@playwright/test';
import { drillTwoServers } from '#tests/drills/postgres/two-servers.ts';

test('N360 two servers share a PostgreSQL: each of them killed, and the database, nothing acknowledged is lost or doubled', async () => {
	test.setTimeout(120_000);
	const port = 28_000 + Math.floor(Math.random() * 900);
	const { acknowledged, failures, lost, doubled } = await drillTwoServers({ faults: 3, devices: 4, seed: 1, port });
	expect({ failures, lost, doubled }).toEqual({ failures: [], lost: 0, doubled: 0 });
	expect(acknowledged).toBeGreaterThan(100);
});
