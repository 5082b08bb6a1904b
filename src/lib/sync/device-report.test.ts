import { describe, expect, it } from 'vitest';
import { aJournal } from '#tests/support/a-journal.ts';
import { aServer } from '#tests/support/a-server.ts';
import { type SyncRequest } from '#lib/protocol/sync-messages.ts';
import { deviceReporter } from './device-report.ts';
import { exchange } from './exchange.ts';

describe('what this device tells of itself', () => {
	it('S189 every request tells version, clock and room, once they are known', async () => {
		const { journal } = await aJournal();
		const sent: SyncRequest[] = [];
		const send = aServer(() => 1_764_000_005_000).transport();
		const now = () => 1_764_000_000_000;
		const report = deviceReporter({ version: 'v7', estimate: async () => ({ usage: 10.4, quota: 900 }), now });
		const transport = async (request: SyncRequest) => {
			sent.push(request);
			return send(request);
		};
		for (let round = 0; round < 2; round += 1) await exchange({ journal, transport, now, report }, 500);
		expect(sent.map((request) => request.report)).toEqual([
			{ version: 'v7', clockOffsetMs: null, room: null },
			{ version: 'v7', clockOffsetMs: 5_000, room: { used: 10, quota: 900 } }
		]);
	});

	it('S189 the browser is asked for its room once a minute, and its silence or failure holds up nothing', async () => {
		let [asked, now] = [0, 0];
		const estimate = () => {
			asked += 1;
			return asked === 1 ? Promise.reject(new Error('not here')) : new Promise<never>(() => undefined);
		};
		const report = deviceReporter({ version: 'v7', estimate, now: () => now });
		for (const at of [0, 59_999, 60_000, 61_000]) {
			now = at;
			expect(report()).toEqual({ version: 'v7', room: null });
		}
		expect(asked).toBe(2);
		expect(deviceReporter({ version: 'v7', estimate: undefined, now: () => 0 })().room).toBeNull();
	});
});
