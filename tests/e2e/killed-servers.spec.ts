import { expect, test } from '@playwright/test';
import { killOneServer, killTwoServers } from '#tests/drills/kill/kill-servers.ts';

const FEW = { devices: 4, seed: 1 };
const portOf = (first: number) => first + Math.floor(Math.random() * 400);

test('S77 a server that is killed under load loses and doubles nothing that it acknowledged', async () => {
	const { acknowledged, ...rest } = await killOneServer({ ...FEW, faults: 3, port: portOf(28_000) });
	expect(rest).toMatchObject({ failures: [], lost: 0, doubled: 0 });
	expect(acknowledged).toBeGreaterThan(100);
});

test('N360 two servers share a PostgreSQL: each of them killed, and the database, nothing is lost or doubled', async () => {
	test.setTimeout(120_000);
	const { acknowledged, ...rest } = await killTwoServers({ ...FEW, faults: 3, port: portOf(28_500) });
	expect(rest).toMatchObject({ failures: [], lost: 0, doubled: 0 });
	expect(acknowledged).toBeGreaterThan(100);
});
