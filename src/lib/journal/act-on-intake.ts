import { type AcceptForm, acceptedFrom, type AcceptPlace, problemsOf } from '../domain/application/commands/accept';
import { refuse, type Refusal } from '../domain/application/refusal';
import { type BodyOf } from '../domain/fact/fact';
import { type FactId } from '../domain/fact/ids';
import { type StoredFact } from '../domain/fact/stored-fact';
import { type ApplicationNumber } from '../domain/number/paper-number';
import { doesStep } from '../domain/regulation/step-units';
import { intakeByClock } from '../domain/time/device-clock';
import { ALMATY, localOf } from '../domain/time/zone';
import { findRegulation } from '../regulations/catalog';
import { type By } from './act';
import { type AppendContext, type AppendFailure } from './append';
import { appendAnswer } from './append-answer';
import { type ApplicationRow, type RegisterRow } from './device-store';
import { requireHead } from './require-head';

/** An application as it was filled in. `id`: that of its draft; what was accepted under it is not accepted again. */
export type Intake = { id: FactId; form: AcceptForm; regulation: BodyOf<'accepted'>['regulation']; place: AcceptPlace };

/** `recovered`: it lay on the disk already, as after a crash, or another tab was first. */
export type IntakeAnswer = { ok: true; fact: StoredFact; recovered: boolean } | Refusal;
export type IntakeResult = { ok: true; answer: IntakeAnswer } | AppendFailure;

/** Accepts an application: what could forbid it is looked at in the transaction that gives the number and writes the fact. */
export async function actOnIntake<A extends ApplicationRow, R extends RegisterRow>(
	context: AppendContext<A, R>,
	{ id, form, regulation: ref, place }: Intake,
	by: By
): Promise<IntakeResult> {
	return appendAnswer(context, by, async ({ numbers, writer, write }): Promise<IntakeAnswer> => {
		const [[held], { latestAt = null }] = await Promise.all([writer.byIds([id]), requireHead(writer)]);
		if (held) return { ok: true, fact: held, recovered: true };
		const { at, role } = by.stamp;
		const regulation = findRegulation(ref.id, ref.version);
		if (!regulation) return refuse('serviceNotHere');
		if (!doesStep(role, regulation, place.entry, 'accepted'))
			return refuse('noRight', { role: place.entry === 'center' ? 'centerInspector' : 'chancery' });
		const clock = intakeByClock(at, latestAt);
		if (!clock.ok) return clock;
		if (problemsOf(form, localOf(at, ALMATY).date).length > 0) return refuse('notAllowedNow');
		const draft = acceptedFrom(form, numbers.next(1) as ApplicationNumber, ref, place);
		return { ok: true, fact: write({ ...draft, id }), recovered: false };
	});
}
