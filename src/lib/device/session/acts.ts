import { type Application } from '#lib/domain/application/application.ts';
import { type Command } from '#lib/domain/application/decide.ts';
import { type Refusal } from '#lib/domain/application/refusal.ts';
import { type Countersign } from '#lib/domain/fact/fact.ts';
import { type FactId } from '#lib/domain/fact/ids.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { type OfficeCommand } from '#lib/domain/org/decide-office.ts';
import { type Asked } from '#lib/journal/act.ts';
import { type AppendFailure } from '#lib/journal/append.ts';
import { lawIn } from '#lib/journal/law-facts-kept.ts';
import { storiesOf } from '#lib/domain/application/story-facts.ts';
import { applicationOf } from '#lib/law/law.ts';
import { type Actor } from './act-stamp.ts';
import { desk } from './desk.svelte.ts';
import { syncing } from '#lib/device/live/syncing.svelte.ts';

/** Saved and read back, refused by the rules, or not saved by the disk. Only after `ok` may a paper be printed. */
export type Recorded =
	{ ok: true; facts: StoredFact[] } | { ok: false; refusal: Refusal } | { ok: false; failure: AppendFailure };

/** The application as this device knows it; undefined where it has never heard of the number. */
export async function findApplication(number: string): Promise<Application | undefined> {
	return (await findApplications([number])).get(number);
}

export async function findApplications(numbers: readonly string[]): Promise<Map<string, Application>> {
	const { facts, law } = await desk.journal.read(async (reader) => ({
		facts: await storiesOf((numbers) => reader.ofApplications(numbers), numbers),
		law: await lawIn(reader)
	}));
	return new Map(
		[...facts]
			.filter(([, stored]) => stored.length > 0)
			.map(([number, stored]) => [number, applicationOf(number, stored, law)])
	);
}

/**
 * Asks the rules for one act of this office and records it.
 * @param how `id`: given to the fact, as in `Asked`; `as`: who acts, if not the person at work
 */
export async function actInOffice(command: OfficeCommand, how: { id?: FactId; as?: Actor } = {}): Promise<Recorded> {
	const result = await desk.journal.actInOffice(command, desk.by(undefined, how.as), how.id);
	if (!result.ok) return { ok: false, failure: result };
	if (!result.answer.ok) return { ok: false, refusal: result.answer };
	syncing.poke();
	return result.answer;
}

/** Asks the rules for one act on one application and records it. `hand`: the second person where two sign. */
export function act(number: string, command: Command, hand?: Countersign): Promise<Recorded> {
	return actAll([{ number, command }], hand);
}

/** Acts that belong together: all of them are recorded, or none. */
export async function actAll(asked: readonly Asked[], hand?: Countersign): Promise<Recorded> {
	const result = await desk.journal.act(asked, desk.by(hand), 'all');
	if (!result.ok) return { ok: false, failure: result };
	const refusal = result.answers.find((answer) => !answer.ok);
	if (refusal) return { ok: false, refusal };
	syncing.poke();
	return { ok: true, facts: result.answers.flatMap((answer) => (answer.ok ? answer.facts : [])) };
}
