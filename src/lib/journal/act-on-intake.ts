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
import { type AppendContext, type AppendFailure, appendPlanned } from './append';
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
	let answer: IntakeAnswer | undefined;
	const result = await appendPlanned(
		context,
		async ({ numbers, writer, write }) => {
			const [[held], { latestAt = null }] = await Promise.all([writer.byIds([id]), requireHead(writer)]);
			const regulation = findRegulation(ref.id, ref.version);
			const clock = intakeByClock(by.stamp.at, latestAt);
			if (held) answer = { ok: true, fact: held, recovered: true };
			else if (!regulation) answer = refuse('serviceNotHere');
			else if (!doesStep(by.stamp.role, regulation, place.entry, 'accepted'))
				answer = refuse('noRight', { role: place.entry === 'center' ? 'centerInspector' : 'chancery' });
			else if (!clock.ok) answer = clock;
			else if (problemsOf(form, localOf(by.stamp.at, ALMATY).date).length > 0) answer = refuse('notAllowedNow');
			else {
				const draft = acceptedFrom(form, numbers.next(1) as ApplicationNumber, ref, place);
				answer = { ok: true, fact: write({ ...draft, id }), recovered: false };
			}
			return answer.ok;
		},
		by.stamp
	);
	return result.ok ? { ok: true, answer: answer! } : result;
}
