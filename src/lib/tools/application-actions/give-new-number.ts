import { act, type Recorded } from '#lib/device/session/acts.ts';

type NumberGiven = { ok: true; number: string } | { ok: false; why: Exclude<Recorded, { ok: true }> };

/** Gives the later of two applications under one number its own, which is made in the transaction that records it. */
export async function giveNewNumber(number: string, text: string): Promise<NumberGiven> {
	const recorded = await act(number, { kind: 'renumber', to: '', text });
	if (!recorded.ok) return { ok: false, why: recorded };
	const given = recorded.facts[0]!.applications.find((each) => each !== number);
	return { ok: true, number: given ?? '' };
}
