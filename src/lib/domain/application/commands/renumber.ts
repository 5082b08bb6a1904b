import { type FactDraft } from '../../fact/fact';
import { type Role } from '../../fact/ids';
import { type Application } from '../application';
import { type DecideContext } from '../context';
import { allow, refuse, type Verdict } from '../refusal';

/** Gives the later of two applications under one number a number of its own: one that the device makes as it records this. */
export type RenumberCommand = { kind: 'renumber'; to: string; text: string };

/** Those who give numbers, and the heads whose task a collision is. */
const RENUMBERED_BY: readonly Role[] = ['centerInspector', 'centerHead', 'chancery', 'head'];

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
	if (!RENUMBERED_BY.includes(context.role)) return refuse('noRight', { role: 'centerInspector' });
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
