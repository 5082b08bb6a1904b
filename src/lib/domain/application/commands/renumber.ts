import { type FactDraft } from '../../fact/fact.ts';
import { type Application } from '../application.ts';
import { type DecideContext } from '../context.ts';
import { allow, refuse, type Verdict } from '../refusal.ts';
import { onlyBy } from './may-do.ts';

/** Gives the later of two applications under one number a number of its own: one that the device makes as it records this. */
export type RenumberCommand = { kind: 'renumber'; to: string; text: string };

/**
 * Settles a collision of numbers. The earliest acceptance keeps the number, whoever reads the facts; of the others one that this
 * org accepted gets the new one. It is not asked how far the application is: the paper in the applicant's hand is wrong anyhow.
 */
export function renumber(
	application: Application,
	command: RenumberCommand,
	context: DecideContext
): Verdict<FactDraft[]> {
	const [rival] = application.rivals;
	if (!rival) return refuse('notAllowedNow');
	const right = onlyBy('renumber', context);
	if (right) return right;
	const own = application.rivals.find(({ org }) => org === context.org);
	if (!own) return refuse('wrongOrg', { org: rival.org });
	const text = command.text.trim();
	return allow([
		{
			type: 'renumbered',
			subject: { kind: 'application', number: application.number },
			on: [own.fact],
			body: { to: command.to },
			details: text ? { text } : null
		}
	]);
}
