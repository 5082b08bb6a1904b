import { decide } from '$lib/domain/application/decide';
import { findApplication, record, type Recorded } from './acts';
import { desk } from './desk.svelte';

export type NumberGiven = { ok: true; number: string } | { ok: false; why: Exclude<Recorded, { ok: true }> };

/** Gives the later of two applications under one number its own, which is made in the transaction that records it. */
export async function giveNewNumber(number: string, text: string): Promise<NumberGiven> {
	const application = await findApplication(number);
	if (!application)
		return { ok: false, why: { ok: false, refusal: { ok: false, code: 'unknownApplication', params: {} } } };
	const context = desk.decideContext();
	const verdict = decide(application, { kind: 'renumber', to: '', text }, context);
	if (!verdict.ok) return { ok: false, why: { ok: false, refusal: verdict } };
	let to = '';
	const recorded = await record((numbers) => {
		to = numbers.next(1);
		const now = decide(application, { kind: 'renumber', to, text }, context);
		return now.ok ? now.value : [];
	});
	return recorded.ok ? { ok: true, number: to } : { ok: false, why: recorded };
}
