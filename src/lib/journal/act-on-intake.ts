import {
	type AcceptForm,
	acceptedFrom,
	type AcceptPlace,
	problemsOf
} from '#lib/domain/application/commands/accept.ts';
import { refuse, type Refusal } from '#lib/domain/application/refusal.ts';
import { type BodyOf } from '#lib/domain/fact/fact.ts';
import { type FactId } from '#lib/domain/fact/ids.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { type ApplicationNumber } from '#lib/domain/number/paper-number.ts';
import { doesStep } from '#lib/domain/regulation/step-units.ts';
import { intakeByClock } from '#lib/domain/time/device-clock.ts';
import { ALMATY, localOf } from '#lib/domain/time/zone.ts';
import { type By } from './act.ts';
import { type AppendContext, type AppendFailure } from './append.ts';
import { appendAnswer } from './append-answer.ts';
import { type ApplicationRow, type StoredRegister } from './device-store.ts';
import { lawIn } from './law-facts-kept.ts';
import { requireHead } from './require-head.ts';

/** An application as it was filled in. `id`: that of its draft; the same draft is not accepted twice. */
export type Intake = { id: FactId; form: AcceptForm; regulation: BodyOf<'accepted'>['regulation']; place: AcceptPlace };

/** `recovered`: it was stored already, as after a crash, or another tab was first. */
type IntakeAnswer = { ok: true; fact: StoredFact; recovered: boolean } | Refusal;
export type IntakeResult = { ok: true; answer: IntakeAnswer } | AppendFailure;

/** Accepts an application: checked in the transaction that gives the number and writes the fact. */
export async function actOnIntake<A extends ApplicationRow, R extends StoredRegister>(
	context: AppendContext<A, R>,
	{ id, form, regulation: ref, place }: Intake,
	by: By
): Promise<IntakeResult> {
	return appendAnswer(context, by, async ({ numbers, writer, write }): Promise<IntakeAnswer> => {
		const [[held], { latestAt = null }, law] = await Promise.all([
			writer.byIds([id]),
			requireHead(writer),
			lawIn(writer)
		]);
		if (held) return { ok: true, fact: held, recovered: true };
		const { at, role } = by.stamp;
		const regulation = law.regulation(ref.id, ref.version);
		if (!regulation) return refuse('serviceUnknown');
		if (!doesStep(role, regulation, place.entry, 'accepted'))
			return refuse('noRight', { role: place.entry === 'center' ? 'centerInspector' : 'chancery' });
		const clock = intakeByClock(at, latestAt);
		if (!clock.ok) return clock;
		if (problemsOf(form, localOf(at, ALMATY).date).length > 0) return refuse('notAllowedNow');
		const draft = acceptedFrom(form, numbers.next(1) as ApplicationNumber, ref, place);
		return { ok: true, fact: write({ ...draft, id }), recovered: false };
	});
}
