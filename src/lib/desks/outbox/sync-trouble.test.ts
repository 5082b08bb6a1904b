import { describe, expect, it, vi } from 'vitest';
import { NEEDS_A_PERSON, type SyncStatus } from '#lib/sync/sync-status.ts';
import { syncLine } from '#lib/tools/wording/sync-line.ts';
import { SYNC_TROUBLE } from './sync-trouble.ts';

const shown = vi.hoisted(() => ({ status: null as SyncStatus | null, online: true }));
vi.mock('#lib/device/live/syncing.svelte.ts', () => ({ syncing: shown }));
vi.mock('#lib/tools/wording/words.ts', () => ({ timeText: () => '10:40' }));

const status: SyncStatus = {
	...{ sent: 12, queued: 3, relaying: false, running: false, lagging: 0, lastAnswerAt: 1, failure: null },
	...{ quarantined: 0, needsAttention: false }
};
const line = (more: Partial<SyncStatus>) => {
	shown.status = { ...status, ...more };
	return syncLine().text;
};

describe('records that do not leave', () => {
	it('D91 have words in the outbox for each failure that waiting does not end', () => {
		expect(Object.keys(SYNC_TROUBLE).sort()).toEqual([...NEEDS_A_PERSON].sort());
	});

	it('D91 are counted as waiting where the server or a proxy keeps them, as needing a person where the record does', () => {
		expect(line({ failure: 'stuck', needsAttention: true })).toBe('Назар аудару қажет · Күтіп тұр: 3');
		expect(line({ failure: 'stuck', needsAttention: true, quarantined: 2 })).toBe('Назар аудару қажет: 2');
		expect(line({ failure: 'offline' })).toBe('Желі жоқ · Күтіп тұр: 3');
	});
});
