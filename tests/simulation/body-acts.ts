import { type Command, decide } from '#lib/domain/application/decide.ts';
import { type DecideContext } from '#lib/domain/application/context.ts';
import { type ApplicationSummary } from '#lib/domain/application/summary.ts';
import { type Application } from '#lib/domain/application/application.ts';
import { type FactId, type OrgId } from '#lib/domain/fact/ids.ts';
import { type ApplicationNumber, resultNumberOf } from '#lib/domain/number/paper-number.ts';
import { plainDate } from '#lib/domain/time/plain-date.ts';
import { regulations } from '#lib/law/catalog.ts';
import { aHandOut } from '../support/a-hand-out.ts';
import { anAcceptForm } from '../support/an-accept-form.ts';
import { type Act, type Deed, type Knowledge } from './knowledge.ts';
import { EXECUTORS } from './places.ts';

const WORDS = 'Ескерту';

/**
 * An act that the program itself has to allow: a button is there where `decide` allows it, and the journal asks again where it is
 * recorded. What others did meanwhile, offline, may contradict it.
 */
const allowed =
	(
		fits: (row: ApplicationSummary, knowledge: Knowledge) => boolean,
		commandOf: (application: Application, knowledge: Knowledge) => Command
	): Act =>
	async (knowledge) => {
		const fitting = knowledge.rows.filter((row) => fits(row, knowledge));
		if (fitting.length === 0) return null;
		const application = await knowledge.application(knowledge.chance.pick(fitting).number);
		return asked(application, commandOf(application, knowledge), knowledge);
	};

function asked(application: Application, command: Command, knowledge: Knowledge): Deed | null {
	const verdict = decide(application, command, contextOf(knowledge));
	return verdict.ok ? { act: { number: application.number, command, id: idOf(knowledge) } } : null;
}

/** The id of what was typed, which its fact will have. */
const idOf = ({ chance }: Knowledge) => `typed-${chance.below(1e12)}` as FactId;

const contextOf = ({ place, now }: Knowledge): DecideContext => ({
	actor: place.staff,
	role: place.role,
	org: place.org,
	window: place.window,
	now,
	newId: () => `unused` as FactId
});
const next = (fact: string) => (row: ApplicationSummary) => row.next === fact;

/** Somebody comes straight to the body, for any of the eight services. */
const acceptHere: Act = async (knowledge) => {
	const { place, chance } = knowledge;
	const { id: regulation, version } = chance.pick(regulations);
	const documents = [{ name: 'Жеке куәлік', form: 'original' as const, sheets: String(1 + chance.below(4)) }];
	return {
		accept: {
			id: idOf(knowledge),
			form: anAcceptForm({ regulation, documents, language: 'ru' }),
			regulation: { id: regulation, version },
			place: { entry: 'body', center: null, body: place.org, offline: chance.happens(0.5) }
		}
	};
};
const register = allowed(next('registered'), () => ({ kind: 'register' }));
const assign = allowed(
	({ next }) => next === 'assigned' || next === 'drafted',
	(_, { place, chance }) => ({ kind: 'assign', executor: chance.pick(EXECUTORS[place.org] ?? [place.staff]) })
);
const mine = ({ next, executor }: ApplicationSummary, { place }: Knowledge) =>
	executor === place.staff && (next === 'drafted' || next === 'signed');
const examine = allowed(mine, () => ({ kind: 'examine', text: WORDS }));
const draft = allowed(mine, (_, { chance }) => ({
	kind: 'draft',
	decision: chance.pick(['notice', 'refusal'] as const),
	letter: { kk: 'Қаралды', ru: 'Рассмотрено', grounds: [{ kk: 'Негіз', ru: 'Основание', explanation: WORDS }] }
}));
const signedPaper = ({ number }: Application) => resultNumberOf(number as ApplicationNumber);
const sign = allowed(next('signed'), (application) => ({
	kind: 'sign',
	paper: signedPaper(application),
	unprinted: 'typedByHand'
}));
const scanSigned = allowed(next('signed'), (application, { place }) => ({
	kind: 'sign',
	paper: signedPaper(application),
	unprinted: 'printedElsewhere',
	head: place.staff
}));
const sendBack = allowed(next('signed'), () => ({ kind: 'sendBack', text: WORDS }));
const record = allowed(next('recorded'), (_, { chance }) => ({
	kind: 'record',
	ledgerNumber: String(1 + chance.below(30)),
	sheets: 1
}));
const handOut = allowed(
	({ resultAt, state, center }, { place }) =>
		resultAt === `chancery/${place.org}` && state === 'open' && center === null,
	() => aHandOut
);
const redirect = allowed(
	({ packetAt }, { place }) => packetAt === `chancery/${place.org}` || packetAt === `head/${place.org}`,
	(_, { bodies, place, chance }) => ({
		kind: 'redirect',
		toBody: chance.pick(bodies.filter((body) => body !== place.org)),
		text: WORDS
	})
);
const settle: Act = async (knowledge) => {
	const odd = knowledge.rows.filter(({ anomalies }) => anomalies > 0);
	if (odd.length === 0) return null;
	const application = await knowledge.application(knowledge.chance.pick(odd).number);
	const open = application.anomalies.filter(({ settled }) => !settled);
	if (open.length === 0) return null;
	const { kind, facts } = knowledge.chance.pick(open);
	const command: Command = { kind: 'settle', anomaly: kind, facts, way: 'explained', text: WORDS };
	return asked(application, command, knowledge);
};
const lose = allowed(
	({ state }) => state === 'open',
	() => ({ kind: 'lose', paper: 'packet', text: WORDS })
);
const find = allowed(
	({ packetAt }) => packetAt.startsWith('unknown/'),
	() => ({ kind: 'find', paper: 'packet', text: WORDS })
);
/** The Government moves a day off: told to every org, for a limit has to end on the same day for all. */
const moveDay: Act = async (knowledge) => {
	const { place, chance, orgs } = knowledge;
	return {
		office: {
			kind: 'setDay',
			date: plainDate(`2026-11-${24 + chance.below(6)}`),
			choice: chance.pick(['dayOff', 'workingDay'] as const),
			reason: WORDS,
			tell: orgs.filter((org): org is OrgId => org !== place.org)
		},
		id: idOf(knowledge)
	};
};

export const CLERK_ACTS = { acceptHere, register, scanSigned, record, handOut, redirect };
export const HEAD_ACTS = { assign, sign, sendBack, redirect, settle, lose, find, moveDay };
export const EXECUTOR_ACTS = { examine, draft };
