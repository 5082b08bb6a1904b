import { type BodyOf, type FactDraft } from '../fact/fact.ts';
import { type Instant } from '../fact/ids.ts';
import { type ApplicationNumber } from '../number/paper-number.ts';
import { type Regulation } from '../regulation/regulation.ts';
import { doesStep } from '../regulation/step-units.ts';
import { intakeByClock } from '../time/device-clock.ts';
import { ALMATY, localOf } from '../time/zone.ts';
import { type AcceptForm, acceptedFrom, type AcceptPlace, problemsOf } from './commands/accept.ts';
import { type DecideContext } from './context.ts';
import { allow, refuse, type Verdict } from './refusal.ts';

/** An application as it was filled in. */
export type IntakeCommand = { form: AcceptForm; regulation: BodyOf<'accepted'>['regulation']; place: AcceptPlace };

/** What an acceptance is checked against. */
type IntakeGround = {
	/** The version that the command names; undefined where it is not known here. */
	regulation: Regulation | undefined;
	/** The latest time that the device wrote; null where it wrote nothing. */
	latest: Instant | null;
};

/**
 * Whether an application may be accepted *now*: the fact to record, or a refusal that says why.
 * @param number the new number, asked for only where it is allowed
 */
export function decideIntake(
	{ form, regulation: ref, place }: IntakeCommand,
	number: () => ApplicationNumber,
	{ regulation, latest }: IntakeGround,
	{ role, now }: Pick<DecideContext, 'role' | 'now'>
): Verdict<FactDraft<'accepted'>> {
	if (!regulation) return refuse('serviceUnknown');
	if (!doesStep(role, regulation, place.entry, 'accepted'))
		return refuse('noRight', { role: place.entry === 'center' ? 'centerInspector' : 'chancery' });
	const clock = intakeByClock(now, latest);
	if (!clock.ok) return clock;
	if (problemsOf(form, localOf(now, ALMATY).date).length > 0) return refuse('notAllowedNow');
	return allow(acceptedFrom(form, number(), ref, place));
}
