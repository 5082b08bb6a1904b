import { type Application } from '#lib/domain/application/application.ts';
import { type ApplicationSummary } from '#lib/domain/application/summary.ts';
import { type StaffId } from '#lib/domain/fact/ids.ts';
import { type ApplicationNumber, resultNumberOf } from '#lib/domain/number/paper-number.ts';
import { intakeByClock } from '#lib/domain/time/device-clock.ts';
import { regulations } from '#lib/law/catalog.ts';
import { aHandOut } from '../support/a-hand-out.ts';
import { anAcceptForm } from '../support/an-accept-form.ts';
import { allowed, as, handOf, idOf, next, WORDS } from './asking.ts';
import { type Act, type Knowledge } from './knowledge.ts';
import { allowIntake } from './office-acts.ts';
import { EXECUTORS } from './places.ts';

/** Somebody comes straight to the body, for any of the eight services; where the clock was set back, its head allows intake. */
const acceptHere: Act = async (knowledge) => {
	const { place, chance, now, journal } = knowledge;
	if (!intakeByClock(now, await journal.latestWritten()).ok) return as('head', allowIntake)(knowledge);
	const { id: regulation, version } = chance.pick(regulations);
	const documents = [{ name: 'Жеке куәлік', form: 'original' as const, sheets: String(1 + chance.below(4)) }];
	return {
		accept: {
			id: idOf(knowledge),
			form: anAcceptForm({ regulation, documents, language: 'ru' }),
			regulation: { id: regulation, version },
			place: { entry: 'body', center: null, body: place.org, offline: chance.happens(0.5) }
		},
		by: handOf(knowledge)
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
/** What was decided on paper is entered at once, with all steps that nobody has recorded yet. */
const noteResult = allowed(
	({ next, body }, { place }) =>
		body === place.org && ['assigned', 'drafted', 'signed', 'recorded'].includes(next ?? ''),
	(application, { place, chance }) => ({
		kind: 'noteResult',
		decision: application.decision?.kind ?? chance.pick(['notice', 'refusal'] as const),
		executor: chance.pick(EXECUTORS[place.org] ?? [place.staff]),
		head: `head-${place.org}` as StaffId,
		ledgerNumber: String(1 + chance.below(30)),
		sheets: 1
	})
);
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
const settle = allowed(
	({ anomalies }) => anomalies > 0,
	({ anomalies }, { chance }) => {
		const open = anomalies.filter(({ settled }) => !settled);
		if (open.length === 0) return null;
		const { kind, facts } = chance.pick(open);
		return { kind: 'settle', anomaly: kind, facts, way: 'explained', text: WORDS };
	}
);
const lose = allowed(
	({ state }) => state === 'open',
	() => ({ kind: 'lose', paper: 'packet', text: WORDS })
);
const find = allowed(
	({ packetAt }) => packetAt.startsWith('unknown/'),
	() => ({ kind: 'find', paper: 'packet', text: WORDS })
);
export const CLERK_ACTS = { acceptHere, register, scanSigned, record, noteResult, handOut, redirect };
export const HEAD_ACTS = { assign, sign, sendBack, redirect, settle, lose, find };
export const EXECUTOR_ACTS = { examine, draft };
