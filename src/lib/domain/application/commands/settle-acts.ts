import { type BodyOf, type FactDraft } from '../../fact/fact.ts';
import { type FactId, type OrgId } from '../../fact/ids.ts';
import { countsByRight } from '../../fact/traits.ts';
import { type AnomalyKind, type Application } from '../application.ts';
import { type DecideContext } from '../context.ts';
import { allow, refuse, type Verdict } from '../refusal.ts';
import { onlyBy, onlyItsBody } from './may-do.ts';
import { closed } from './packet-acts.ts';

/** Settles one discrepancy: its kind, the way, an explanation. */
export type SettleCommand = {
	kind: 'settle';
	anomaly: AnomalyKind;
	facts: readonly FactId[];
	way: BodyOf<'discrepancySettled'>['way'];
	text: string;
};
/** Says of a flagged fact whether it counts, and why. */
export type SettleFlagCommand = { kind: 'settleFlag'; fact: FactId; counts: boolean; text: string };
export type RedirectCommand = { kind: 'redirect'; toBody: OrgId | null; text: string };

/** An explanation is a fact too. Given by the role whose task it is, or by a head of the Center or the body (para 18). */
export function settle(application: Application, command: SettleCommand, context: DecideContext): Verdict<FactDraft[]> {
	const anomaly = application.anomalies.find(
		({ kind, facts, flag, settled }) =>
			kind === command.anomaly && !flag && !settled && command.facts.every((id) => facts.includes(id))
	);
	if (!anomaly) return refuse('alreadyDone', { at: context.now });
	if (![anomaly.settledBy, 'centerHead', 'head'].includes(context.role))
		return refuse('noRight', { role: anomaly.settledBy });
	if (!command.text.trim()) return refuse('reasonMissing');
	return allow([
		{
			type: 'discrepancySettled',
			subject: { kind: 'application', number: application.number },
			on: [...anomaly.facts],
			body: { way: command.way, anomaly: anomaly.kind },
			details: { text: command.text.trim() }
		}
	]);
}

/**
 * A head of the org whose fact it is, or who gives roles there, says whether what was flagged counts. What physically happened cannot
 * be left out: it is confirmed, with a word on how it came about.
 */
export function settleFlag(
	application: Application,
	{ fact: id, counts, text }: SettleFlagCommand,
	context: DecideContext
): Verdict<FactDraft[]> {
	const right = onlyBy('settleFlag', context);
	if (right) return right;
	const happening = application.story.find(({ fact }) => fact.id === id);
	const anomaly = application.anomalies.find(({ flag, facts }) => flag && facts.includes(id));
	if (!happening || !anomaly) return refuse('unknownFact');
	if (anomaly.settled) return refuse('alreadyDone', { at: anomaly.settled.at });
	const { fact } = happening;
	if (fact.org !== context.org) return refuse('wrongOrg', { org: fact.org });
	if (!counts && !countsByRight(fact.type)) return refuse('notAllowedNow');
	if (!text.trim()) return refuse('reasonMissing');
	return allow([
		{
			type: 'flagSettled',
			subject: { kind: 'application', number: application.number },
			on: [id],
			body: { counts, what: fact.type },
			details: { text: text.trim() }
		}
	]);
}

/** An application sent to the wrong body is redirected to the right one; there the body's part of the route begins again. */
export function redirect(
	application: Application,
	command: RedirectCommand,
	context: DecideContext
): Verdict<FactDraft[]> {
	const shut = closed(application) ?? onlyItsBody(application, context);
	if (shut) return shut;
	const right = onlyBy('redirect', context);
	if (right) return right;
	if (application.decision) return refuse('draftPending');
	const { holder } = application.packet;
	if (!('org' in holder) || holder.org !== context.org || holder.kind === 'archive')
		return refuse('notHolder', { holder: holder.kind });
	if (!command.toBody || command.toBody === context.org) return refuse('sameBody');
	if (!command.text.trim()) return refuse('reasonMissing');
	return allow([
		{
			type: 'redirected',
			subject: { kind: 'application', number: application.number },
			on: application.packet.trail.slice(-1).map(({ fact }) => fact),
			body: { toBody: command.toBody },
			details: { text: command.text.trim() }
		}
	]);
}
