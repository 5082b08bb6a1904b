import { describe, expect, it } from 'vitest';
import { decideAlone } from './decide-alone';

/** Two tabs that both ask whether something is recorded, and record it where it is not. */
function twoTabs(locks: LockManager | null) {
	const recorded: string[] = [];
	const press = (tab: string) =>
		decideAlone(async () => {
			const isThere = await Promise.resolve(recorded.length > 0);
			if (isThere) return `${tab} is refused`;
			await Promise.resolve();
			recorded.push(tab);
			return `${tab} has recorded`;
		}, locks);
	return { recorded, press };
}

describe('a decision', () => {
	it('F15 pressed in two tabs at the same moment is one fact, and the later tab is refused', async () => {
		const { recorded, press } = twoTabs(navigator.locks);
		expect(await Promise.all([press('first'), press('second')])).toEqual(['first has recorded', 'second is refused']);
		expect(recorded).toEqual(['first']);
	});

	it('F15 that fails lets the next one go on', async () => {
		const { press } = twoTabs(navigator.locks);
		await expect(decideAlone(() => Promise.reject(new Error('disk')))).rejects.toThrow('disk');
		expect(await press('next')).toBe('next has recorded');
	});

	it('F15 is made in a browser without locks too', async () => {
		const { press } = twoTabs(null);
		expect(await press('only')).toBe('only has recorded');
	});
});
