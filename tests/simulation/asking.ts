import { type Application } from '#lib/domain/application/application.ts';
import { type DecideContext } from '#lib/domain/application/context.ts';
import { type Command, decide } from '#lib/domain/application/decide.ts';
import { type ApplicationSummary } from '#lib/domain/application/summary.ts';
import { type FactId, type Role, type StaffId } from '#lib/domain/fact/ids.ts';
import { type Act, type Asking, type Hand, type Knowledge } from './knowledge.ts';
import { EXECUTORS } from './places.ts';

/** What people write where a text is needed. */
export const WORDS = 'Ескерту';

/**
 * An act that the program itself has to allow: a button is there where `decide` allows it, and the journal asks again where it is
 * recorded. What others did meanwhile, offline, may contradict it.
 */
export const allowed =
	(
		fits: (row: ApplicationSummary, knowledge: Knowledge) => boolean,
		commandOf: (application: Application, knowledge: Knowledge) => Command | null
	): Act =>
	async (knowledge) => {
		const fitting = knowledge.rows.filter((row) => fits(row, knowledge));
		if (fitting.length === 0) return null;
		const application = await knowledge.application(knowledge.chance.pick(fitting).number);
		const command = commandOf(application, knowledge);
		return command && asked(application, command, knowledge);
	};

function asked(application: Application, command: Command, knowledge: Knowledge): Asking | null {
	const verdict = decide(application, command, contextOf(knowledge));
	if (!verdict.ok) return null;
	return { act: { number: application.number, command, id: idOf(knowledge) }, by: handOf(knowledge) };
}

/** The id of what was typed, which its fact will have. */
export const idOf = ({ chance }: Knowledge) => `typed-${chance.below(1e12)}` as FactId;

export const handOf = ({ place: { role, staff } }: Knowledge): Hand => ({ role, staff });

const contextOf = ({ place, now }: Knowledge): DecideContext => ({
	actor: place.staff,
	role: place.role,
	org: place.org,
	window: place.window,
	now,
	newId: () => 'unused' as FactId
});

/** The row waits for this step. */
export const next = (fact: string) => (row: ApplicationSummary) => row.next === fact;

/** Another person of the office signs in at the device and does it. */
export const as =
	(role: Role, act: Act): Act =>
	(knowledge) => {
		const { place, chance } = knowledge;
		const person = `${role}-${place.org}` as StaffId;
		const staff = role === 'executor' ? chance.pick(EXECUTORS[place.org] ?? [person]) : person;
		return act({ ...knowledge, place: { ...place, role, staff } });
	};

/** As a person finds it to do now and then only. */
export const rarely =
	(act: Act): Act =>
	async (knowledge) =>
		knowledge.chance.happens(0.25) ? act(knowledge) : null;
