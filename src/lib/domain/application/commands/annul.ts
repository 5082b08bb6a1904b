import { type BodyOf, type FactDraft } from '../../fact/fact.ts';
import { type FactId } from '../../fact/ids.ts';
import { traitsOf } from '../../fact/traits.ts';
import { type Application } from '../application.ts';
import { type DecideContext } from '../context.ts';
import { allow, refuse, type Verdict } from '../refusal.ts';

export type AnnulCommand = { kind: 'annul'; fact: FactId; reason: BodyOf<'annulled'>['reason']; text: string };

/** Annuls one fact of the story, while no later fact relies on it. */
export function annul(application: Application, command: AnnulCommand, context: DecideContext): Verdict<FactDraft[]> {
	const target = application.story.find(({ fact }) => fact.id === command.fact);
	if (!target) return refuse('unknownFact');
	if (application.state === 'handedOut') return refuse('annulAfterHandOut');
	if (target.dead) return refuse('alreadyAnnulled');
	const rule = traitsOf(target.fact.type).annul;
	if (!rule) return refuse('cannotAnnulKind');
	if (!rule.by.includes(context.role)) return refuse('annulNotYours', { role: rule.by[0]! });
	const later = application.story.find(({ fact, dead }) => !dead && rule.until.includes(fact.type));
	if (later) return refuse('annulTooLate', { step: later.fact.type });
	if (command.reason === 'other' && !command.text.trim()) return refuse('reasonMissing');
	return allow([
		{
			type: 'annulled',
			subject: { kind: 'application', number: application.number },
			on: [command.fact],
			body: { reason: command.reason },
			details: { text: command.text.trim() }
		}
	]);
}
