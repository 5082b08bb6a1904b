import { type Role } from '../../fact/ids.ts';
import { type StepFact } from '../../regulation/route.ts';
import { type ActByRole, mayByRole, RIGHTS } from '../../acts/rights.ts';
import { type Application } from '../application.ts';
import { type DecideContext } from '../context.ts';
import { refuse, type Refusal } from '../refusal.ts';

/** The refusal of a role without the right to the act; null where it has it. */
export const onlyBy = (act: ActByRole, { role }: DecideContext): Refusal | null =>
	mayByRole(act, role) ? null : refuse('noRight', { role: RIGHTS[act].by.roles[0] });

/**
 * Whether the actor's role may do a step, by the regulation of the application: the unit of table 1, or another that a reading
 * names. Null: it may; else the refusal names the unit that does it. Without its regulation the unit of the step is unknown.
 */
export function onlyItsUnits(application: Application, fact: StepFact, { role }: DecideContext): Refusal | null {
	if (application.acceptance && application.steps.length === 0) return refuse('serviceUnknown');
	const step = application.steps.find(({ step }) => step.fact === fact)?.step;
	if (!step) return refuse('notAllowedNow');
	const units: readonly Role[] = [step.unit, ...step.alsoBy];
	return units.includes(role) ? null : refuse('noRight', { role: step.unit });
}

/** The refusal of an actor outside the body that decides now; null for its own people. */
export function onlyItsBody(application: Application, { org }: DecideContext): Refusal | null {
	return application.body === org ? null : refuse('wrongOrg', { org: application.body ?? '' });
}
