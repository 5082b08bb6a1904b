import { describe, expect, it } from 'vitest';
import { type Verification, type Verifications } from '#lib/protocol/verification-messages.ts';
import { type Answer } from '#lib/device/live/server-calls.ts';
import { Verifier } from './verifier.svelte.ts';

const run = (outcome: Verification['outcome']): Verification => ({
	startedAt: 1,
	endedAt: null,
	startedBy: null,
	outcome,
	result: null
});
const told = (...outcomes: Verification['outcome'][]): Answer<Verifications> => ({
	ok: true,
	value: { runs: outcomes.map(run), notProven: [], serverTime: 2 }
});

function aVerifier(answers: Answer<Verifications>[], started = true) {
	const waiting: (() => void)[] = [];
	const verifier = new Verifier({
		read: () => Promise.resolve(answers.shift()!),
		verify: () => Promise.resolve({ ok: true, value: { started } }),
		later: (look) => {
			waiting.push(look);
			return () => waiting.splice(waiting.indexOf(look), 1);
		}
	});
	return { verifier, waiting };
}

describe('the screen of the verifier', () => {
	it('I156 looks again while a run is under way, and no longer once it has ended or the screen is left', async () => {
		const { verifier, waiting } = aVerifier([told(), told('running'), told('running'), told('proven')]);
		const stop = verifier.start();
		await verifier.begin('auditor');
		expect([verifier.isRunning, waiting.length]).toEqual([true, 1]);
		await verifier.read();
		expect(waiting).toHaveLength(1);
		stop();
		expect(waiting).toHaveLength(0);
		await verifier.read();
		expect([verifier.isRunning, waiting.length]).toEqual([false, 0]);
	});

	it('I156 says that a run is under way already, and keeps what it knew when the line goes', async () => {
		const { verifier } = aVerifier([told('running', 'proven'), { ok: false, offline: true }], false);
		await verifier.begin('admin');
		expect(verifier.already).toBe(true);
		await verifier.read();
		expect(verifier.told?.runs).toHaveLength(2);
		expect(verifier.trouble).toEqual({ ok: false, offline: true });
	});
});
