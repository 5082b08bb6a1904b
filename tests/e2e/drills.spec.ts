import { expect, test } from '@playwright/test';
import { type Drilled } from '#tests/drills/drilled.ts';
import { manyWindows } from '#tests/drills/clients/many-windows.ts';
import { fillDisk } from '#tests/drills/disk/fill-disk.ts';
import { killOneServer, killTwoServers } from '#tests/drills/kill/kill-servers.ts';
import { sendByBadLines } from '#tests/drills/network/bad-lines.ts';
import { monthOffline } from '#tests/drills/offline/month-offline.ts';
import { restoreUnderLoad } from '#tests/drills/restore/restore-server.ts';

// The short forms of `npm run drill`.
/** Above the ports of the other tests, below those that the system gives away. */
const few = (faults: number, port: number) => ({
	...{ devices: 4, seed: 1, faults },
	port: port + Math.floor(Math.random() * 170)
});
const expectGood = ({ acknowledged, ...rest }: Drilled) => {
	expect(rest).toMatchObject({ failures: [], lost: 0, doubled: 0 });
	expect(acknowledged).toBeGreaterThan(100);
};

test('S77 a server that is killed under load loses and doubles nothing that it acknowledged', async () => {
	expectGood(await killOneServer(few(2, 32_010)));
});

test('S73 a copy that was made under load is put back: devices send again what it lacks, in a new epoch', async () => {
	expectGood(await restoreUnderLoad(few(1, 32_190)));
});

test('S72 lines that delay, cut and duplicate what is sent lose and double nothing', async () => {
	expectGood(await sendByBadLines(few(10, 32_370)));
});

test('N360 two servers share a PostgreSQL: each of them killed, and the database, nothing is lost or doubled', async () => {
	test.setTimeout(120_000);
	expectGood(await killTwoServers(few(3, 32_550)));
});

test('N79 N375 a server whose disk is full, or refuses to be written, loses and doubles nothing, and goes on by itself', async () => {
	expectGood(await fillDisk({ ...few(1, 32_730), diskMiB: 64 }));
});

test('N377 windows at work with one server have all that their Center recorded, each fact once', async () => {
	const load = { windows: 100, seconds: 3, everyMs: 1000, seed: 1 };
	expectGood(await manyWindows({ ...load, port: few(0, 32_910).port }));
});

test('N379 a device without a line for a month sends and reads all, once and in order, also to a server that was put back', async () => {
	expectGood(await monthOffline({ facts: 200, seed: 1, port: few(0, 33_090).port }));
});
