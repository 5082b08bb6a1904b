import { type BodyOf, type FactDraft } from '../../fact/fact.ts';
import { type FactId, type OrgId } from '../../fact/ids.ts';
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
export type RedirectCommand = { kind: 'redirect'; toBody: OrgId | null; text: string };

/** An explanation is a fact too. Given by the role whose task it is, or by a head of the Center or the body (para 18). */
export function settle(application: Application, command: SettleCommand, context: DecideContext): Verdict<FactDraft[]> {
	const anomaly = application.anomalies.find(
		({ kind, facts, settled }) =>
			kind === command.anomaly && !settled && command.facts.every((id) => facts.includes(id))
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
