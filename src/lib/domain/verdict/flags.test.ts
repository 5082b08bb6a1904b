import { describe, expect, it } from 'vitest';
import { BODY, CENTER } from '#tests/support/a-story.ts';
import { aStory, NUMBER } from '#tests/support/a-story.ts';
import { aSettlement, aVerdict } from '#tests/support/a-verdict.ts';
import { ordersOf } from '#tests/support/orders-of.ts';
import { type DecideContext } from '../application/context.ts';
import { decide } from '../application/decide.ts';
import { type Fact } from '../fact/fact.ts';
import { type FactId, type StaffId } from '../fact/ids.ts';
import { findParties } from '../fact/find-parties.ts';
import { counts, flagsOf } from './flags.ts';

/** A signature by somebody who was no head, and all before it. */
function signed() {
	const story = aStory();
	const ids = story.whole();
	story.facts.splice(8);
	return { story, ids, signature: story.facts.find(({ type }) => type === 'signed')! };
}

const head: DecideContext = {
	actor: 'head-1' as StaffId,
	role: 'head',
	org: BODY,
	now: Date.UTC(2026, 11, 1),
	newId: () => 'new' as FactId
};

describe('flags', () => {
	it('S220 a decision that the server flagged completes no step until a head settles it', () => {
		const { story, ids, signature } = signed();
		expect(story.fold().decision?.signed).toBe(ids.signed);
		const flagged = story.fold([...story.facts, aVerdict(signature)]);
		expect(flagged.decision?.signed).toBeNull();
		expect(flagged.steps[flagged.position]?.step.fact).toBe('signed');
		expect(flagged.story.find(({ fact }) => fact.id === ids.signed)).toMatchObject({
			dead: { why: 'flagged' },
			flag: { reasons: ['noRight'], settled: null }
		});
	});

	it('I164 an import without the other administrator’s word is settled by another one, never by whoever wrote it', () => {
		const { signature } = signed();
		const authority = { role: 'authorityAdmin', actor: 'chief' as StaffId } as const;
		const own = { type: 'regulationImported', body: { id: 'fuel-aid', version: 2, text: '{}' }, ...authority };
		const imported = { ...signature, ...own } as Fact;
		const settledBy = (actor: string) =>
			flagsOf([
				imported,
				aVerdict(imported),
				{ ...aSettlement(imported, { counts: true, role: 'authorityAdmin' }), actor: actor as StaffId }
			]).get(imported.id)?.settled?.by ?? null;
		expect([settledBy('chief'), settledBy('second')]).toEqual([null, 'second']);
	});

	it('S221 what physically happened counts whoever did it, and is a discrepancy of a head', () => {
		const { story, ids } = signed();
		const arrival = story.facts.find(({ type }) => type === 'arrived')!;
		const { steps, anomalies, packet } = story.fold([...story.facts, aVerdict(arrival)]);
		expect(steps.find(({ step }) => step.fact === 'arrived')?.state).toBe('done');
		expect(packet).toEqual(story.fold().packet);
		expect(anomalies).toMatchObject([
			{ kind: 'noRight', facts: [ids.arrived], settled: null, flag: { reasons: ['noRight'], counts: true } }
		]);
	});

	it('S222 the highest word of the server holds: flagged, withdrawn, flagged again', () => {
		const { story, signature } = signed();
		const words = [
			aVerdict(signature),
			aVerdict(signature, { nth: 2, withdrawn: true }),
			aVerdict(signature, { nth: 3 })
		];
		const isOut = (some: readonly Fact[]) => story.fold([...story.facts, ...some]).decision?.signed === null;
		expect([0, 1, 2, 3].map((count) => isOut(words.slice(0, count)))).toEqual([false, true, false, true]);
	});

	it('S223 the head’s last word counts: confirmed, then left out', () => {
		const { story, signature } = signed();
		const confirmed = [...story.facts, aVerdict(signature), aSettlement(signature, { counts: true })];
		expect(story.fold(confirmed)).toMatchObject({
			decision: { signed: signature.id },
			anomalies: [{ kind: 'noRight', settled: { way: 'confirmed', by: 'head-1', text: 'Тексерілді' } }]
		});
		const later = aSettlement(signature, { counts: false, at: signature.at + 9000 });
		expect(story.fold([...confirmed, later])).toMatchObject({
			decision: { signed: null },
			anomalies: [{ settled: { way: 'leftOut' } }]
		});
	});

	it('S223 nobody settles without the right to, nor for another org', () => {
		const { story, signature } = signed();
		const verdict = aVerdict(signature);
		const own = aSettlement(signature, { counts: true });
		const foreign = aSettlement(signature, { counts: true, org: CENTER, id: 'foreign' });
		const authority = aSettlement(signature, { counts: true, org: CENTER, role: 'authorityAdmin', id: 'authority' });
		const countsBy = (...facts: Fact[]) => counts(signature, flagsOf([...story.facts, verdict, ...facts]));
		expect([countsBy(own), countsBy(own, aVerdict(own)), countsBy(foreign), countsBy(authority)]).toEqual([
			true,
			false,
			false,
			true
		]);
	});

	it('S224 verdicts, their facts and settlements give the same application in every order, however often they come', () => {
		const { story, signature } = signed();
		const told = [
			signature,
			aVerdict(signature),
			aVerdict(signature, { nth: 2, withdrawn: true }),
			aVerdict(signature, { nth: 3 }),
			aSettlement(signature, { counts: true }),
			aSettlement(signature, { counts: false, at: signature.at + 5000 })
		];
		const before = story.facts.filter(({ id }) => id !== signature.id);
		const [first, ...others] = ordersOf(told).map((order) =>
			JSON.stringify(story.fold([...before, ...order, order[0]!]))
		);
		expect(others.filter((other) => other !== first)).toEqual([]);
	});

	it('S225 an annulment without a right ends nothing, and one that had it ends what was flagged', () => {
		const { story, ids, signature } = signed();
		story.annulled(ids.signed, { org: BODY, role: 'executor' });
		const annulment = story.facts.at(-1)!;
		expect(story.fold().decision?.signed).toBeNull();
		expect(story.fold([...story.facts, aVerdict(annulment)]).decision?.signed).toBe(ids.signed);
		const both = story.fold([...story.facts, aVerdict(signature)]);
		expect(both.story.find(({ fact }) => fact.id === ids.signed)?.dead?.why).toBe('annulled');
		expect(both.anomalies.filter(({ kind }) => kind === 'noRight')).toEqual([]);
	});

	it('S225 a redirection without a right gives the application to nobody until it is confirmed', () => {
		const story = aStory();
		story.accepted();
		const elsewhere = 'body-07' as typeof BODY;
		story.add('redirected', { toBody: elsewhere }, { org: BODY, role: 'executor' }, { text: '' });
		const redirection = story.facts.at(-1)!;
		const bodyWith = (...facts: Fact[]) => {
			const all = [...story.facts, ...facts];
			return [story.fold(all).body, findParties(all, NUMBER).parts.has(elsewhere)];
		};
		const verdict = aVerdict(redirection);
		expect(bodyWith()).toEqual([elsewhere, true]);
		expect(bodyWith(verdict)).toEqual([BODY, false]);
		expect(bodyWith(verdict, aSettlement(redirection, { counts: true }))).toEqual([elsewhere, true]);
	});

	it('S226 a head of the org confirms a flagged step or leaves it out, with a reason; others do not', () => {
		const { story, ids, signature } = signed();
		const application = story.fold([...story.facts, aVerdict(signature)]);
		const ask = (more: object, context = head) => {
			const command = { kind: 'settleFlag', fact: ids.signed, counts: true, text: 'Бұйрық бар', ...more } as const;
			const answer = decide(application, command, context);
			return answer.ok ? answer.value : answer.code;
		};
		expect(ask({ counts: false })).toMatchObject([
			{
				type: 'flagSettled',
				on: [ids.signed],
				body: { counts: false, what: 'signed' },
				details: { text: 'Бұйрық бар' }
			}
		]);
		expect(ask({ text: ' ' })).toBe('reasonMissing');
		expect(ask({}, { ...head, role: 'executor' })).toBe('noRight');
		expect(ask({}, { ...head, role: 'centerHead', org: CENTER })).toBe('wrongOrg');
		expect(ask({ fact: ids.drafted })).toBe('unknownFact');
	});

	it('S226 what physically happened is confirmed, never left out, and is settled once', () => {
		const { story, ids } = signed();
		const arrival = story.facts.find(({ type }) => type === 'arrived')!;
		const flagged = [...story.facts, aVerdict(arrival)];
		const ask = (facts: readonly Fact[], counts: boolean) => {
			const answer = decide(story.fold(facts), { kind: 'settleFlag', fact: ids.arrived, counts, text: 'x' }, head);
			return answer.ok ? 'ok' : answer.code;
		};
		expect([ask(flagged, false), ask(flagged, true)]).toEqual(['notAllowedNow', 'ok']);
		expect(ask([...flagged, aSettlement(arrival, { counts: true })], true)).toBe('alreadyDone');
	});
});
