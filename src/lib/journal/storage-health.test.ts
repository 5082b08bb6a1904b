import { describe, expect, it } from 'vitest';
import { storageHealth } from './storage-health.ts';

const GB = 1024 ** 3;
const storage = (usage: number, quota: number, persisted = true) => ({
	persisted: async () => persisted,
	persist: async () => false,
	estimate: async () => ({ usage, quota })
});

describe('the health of the browser’s storage', () => {
	it('F19 warns from 80 % on, and stops new intake before the disk is full', async () => {
		expect(await storageHealth(storage(0.79 * GB, GB))).toMatchObject({ warn: false, canTakeIntake: true });
		expect(await storageHealth(storage(0.8 * GB, GB))).toMatchObject({ warn: true, canTakeIntake: true });
		expect(await storageHealth(storage(0.95 * GB, GB))).toMatchObject({ warn: true, canTakeIntake: false });
		expect(await storageHealth(storage(1, 10 * 1024 ** 2))).toMatchObject({ warn: true, canTakeIntake: false });
	});

	it('F19 asks for persistent storage where it is not given, and does without', async () => {
		let asked = 0;
		const persist = async () => (asked += 1) > 0;
		expect((await storageHealth({ ...storage(1, GB, false), persist })).persisted).toBe(true);
		expect((await storageHealth({ ...storage(1, GB), persist })).persisted).toBe(true);
		expect(asked).toBe(1);
		expect((await storageHealth(storage(1, GB, false))).persisted).toBe(false);
	});

	it('F19 a browser that does not tell is no reason to stop work', async () => {
		const silent = { estimate: () => Promise.reject(new Error('not here')) };
		for (const about of [undefined, {}, silent])
			expect(await storageHealth(about)).toEqual({
				persisted: false,
				usedBytes: null,
				quotaBytes: null,
				share: null,
				warn: false,
				canTakeIntake: true
			});
	});
});
