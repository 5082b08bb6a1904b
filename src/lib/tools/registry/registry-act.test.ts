import { describe, expect, it } from 'vitest';
import { type OrgId } from '#lib/domain/fact/ids.ts';
import { type RegistryRequest, type RegistryResponse } from '#lib/protocol/registry-messages.ts';
import { type Answer } from '#lib/device/live/server-calls.ts';
import { RegistryAct } from './registry-act.svelte.ts';

const COMMANDS: RegistryRequest['commands'] = [
	{ kind: 'setRounds', org: 'center-04' as OrgId, from: '2026-11-27', collect: [540], dispatch: [600, 900] }
];
const TOO_FEW: Answer<RegistryResponse> = {
	ok: true,
	value: {
		ok: false,
		refused: [{ place: 0, code: 'collectionsTooFew', params: { amount: 2, literal: 'күніне 2 рет' } }]
	}
};
const DONE: Answer<RegistryResponse> = { ok: true, value: { ok: true, codes: [], badges: [] } };

function actThatIsAnswered(...answers: Answer<RegistryResponse>[]) {
	const asked: [string, RegistryRequest['commands']][] = [];
	const registry = {
		act: (as: string, commands: RegistryRequest['commands']) => {
			asked.push([as, commands]);
			return Promise.resolve(answers.shift()!);
		}
	};
	return { act: new RegistryAct(registry, () => 'admin'), asked };
}

describe('an act of the administration from a form', () => {
	it('I82 a refusal is said at its field, with the regulation’s own text', async () => {
		const { act, asked } = actThatIsAnswered(TOO_FEW);
		expect(await act.do(COMMANDS)).toBe(false);
		expect(asked).toEqual([['admin', COMMANDS]]);
		expect(act.textOf('collectionsTooFew')).toContain('«күніне 2 рет»');
		expect(act.textOf('dispatchesTooFew')).toBeUndefined();
		expect([act.restBut('collectionsTooFew'), act.restBut('dispatchesTooFew')]).toEqual(['', act.text]);
	});

	it('I82 without a line it says so, belongs to no field, and the next try clears it', async () => {
		const { act } = actThatIsAnswered({ ok: false, offline: true }, DONE);
		expect(await act.do(COMMANDS)).toBe(false);
		expect([act.code, act.restBut('collectionsTooFew')]).toEqual([null, act.text]);
		expect(act.text).toMatch(/^Желі жоқ\./);
		expect(await act.do(COMMANDS)).toBe(true);
		expect([act.text, act.busy]).toEqual(['', false]);
	});

	it('I82 pressed twice it is asked once', async () => {
		const { act, asked } = actThatIsAnswered(DONE, DONE);
		expect(await Promise.all([act.do(COMMANDS), act.do(COMMANDS)])).toEqual([true, false]);
		expect(asked).toHaveLength(1);
	});
});
