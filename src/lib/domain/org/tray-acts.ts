import { onlyBy } from '../application/commands/may-do.ts';
import { type DecideContext } from '../application/context.ts';
import { allow, refuse, type Verdict } from '../application/refusal.ts';
import { type BodyOf, type FactDraft } from '../fact/fact.ts';
import { type FactId } from '../fact/ids.ts';
import { type PaperNumber } from '../number/paper-number.ts';
import { STAYS, type Tray } from './tray.ts';

export type SetAsideCommand = { why: BodyOf<'setAside'>['why']; number: PaperNumber | null; text: string };
/** `stays`: it is explained and stays on the tray. */
export type SettleTrayCommand = { item: FactId; way: BodyOf<'discrepancySettled'>['way'] | 'stays'; text: string };

/** Puts a paper on the tray. Without a number it must be described, so that it can be found again. */
export function setAside({ why, number, text }: SetAsideCommand, context: DecideContext): Verdict<FactDraft[]> {
	const right = onlyBy('setAside', context);
	if (right) return right;
	if (!number && !text.trim()) return refuse('reasonMissing');
	return allow([
		{
			type: 'setAside',
			subject: { kind: 'org', org: context.org },
			body: { why, org: context.org, ...(number ? { number } : {}) },
			details: { text: text.trim() }
		}
	]);
}

/** Takes it off the tray with the outcome, or records why it stays. */
export function settleTray(
	tray: Tray,
	{ item, way, text }: SettleTrayCommand,
	context: DecideContext
): Verdict<FactDraft[]> {
	const right = onlyBy('settleTray', context);
	if (right) return right;
	const done = tray.settled.find(({ id }) => id === item);
	if (done) return refuse('alreadyDone', { at: done.settlement.at });
	if (!tray.waiting.some(({ id }) => id === item)) return refuse('unknownFact');
	if (!text.trim()) return refuse('reasonMissing');
	return allow([
		{
			type: 'discrepancySettled',
			subject: { kind: 'org', org: context.org },
			on: [item],
			body: way === 'stays' ? { way: 'explained', anomaly: STAYS } : { way },
			details: { text: text.trim() }
		}
	]);
}
