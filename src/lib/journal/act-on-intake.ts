import { decideIntake, type IntakeCommand } from '#lib/domain/application/decide-intake.ts';
import { type Refusal } from '#lib/domain/application/refusal.ts';
import { type FactId } from '#lib/domain/fact/ids.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { type ApplicationNumber } from '#lib/domain/number/paper-number.ts';
import { type By, deciderOf } from './act.ts';
import { type AppendContext, type AppendFailure } from './append.ts';
import { appendAnswer } from './append-answer.ts';
import { type ApplicationRow, type StoredRegister } from './device-store.ts';
import { lawIn } from './law-facts-kept.ts';
import { requireHead } from './require-head.ts';

/** `id`: that of the application's draft; the same draft is not accepted twice. */
export type Intake = { id: FactId } & IntakeCommand;

/** `recovered`: it was stored already, as after a crash, or another tab was first. */
type IntakeAnswer = { ok: true; fact: StoredFact; recovered: boolean } | Refusal;
export type IntakeResult = { ok: true; answer: IntakeAnswer } | AppendFailure;

/** Accepts an application: checked in the transaction that gives the number and writes the fact. */
export async function actOnIntake<A extends ApplicationRow, R extends StoredRegister>(
	context: AppendContext<A, R>,
	{ id, ...command }: Intake,
	by: By
): Promise<IntakeResult> {
	return appendAnswer(context, by, async ({ numbers, writer, write }): Promise<IntakeAnswer> => {
		const [[held], { latestAt = null }, law] = await Promise.all([
			writer.byIds([id]),
			requireHead(writer),
			lawIn(writer)
		]);
		if (held) return { ok: true, fact: held, recovered: true };
		const { id: service, version } = command.regulation;
		const ground = { regulation: law.regulation(service, version), latest: latestAt };
		const decider = deciderOf(by, context.source.newId);
		const verdict = decideIntake(command, () => numbers.next(1) as ApplicationNumber, ground, decider);
		return verdict.ok ? { ok: true, fact: write({ ...verdict.value, id }), recovered: false } : verdict;
	});
}
