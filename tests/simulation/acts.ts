import { type ApplicationSummary } from '#lib/domain/application/summary.ts';
import { type FactDraft, type FactType } from '#lib/domain/fact/fact.ts';
import { type FactId, type StaffId } from '#lib/domain/fact/ids.ts';
import { type ApplicationNumber, resultNumberOf } from '#lib/domain/number/paper-number.ts';
import { CLERK_ACTS, EXECUTOR_ACTS, HEAD_ACTS } from './body-acts.ts';
import { type Act, type Deed, type Knowledge } from './knowledge.ts';
import { type Place } from './places.ts';

const SURNAMES = ['Оспанов', 'Қалиева', 'Сейітова', 'Ерғалиев', 'Нұрланқызы'];

const accept: Act = async ({ place, bodies, chance, now }) => {
	const surname = chance.pick(SURNAMES);
	const body = chance.pick(bodies);
	const sheets = 1 + chance.below(5);
	return (numbers) => [
		{
			type: 'accepted',
			subject: { kind: 'application', number: numbers.next(1) },
			body: {
				regulation: { id: 'child-benefit-under-18', version: 1 },
				entry: 'center',
				center: place.org,
				body,
				visitStartedAt: now,
				documents: [{ form: 'copy', sheets }],
				language: 'kk'
			},
			details: { surname, given: 'Айгерім', address: 'Шымкент', documents: ['Туу туралы куәлік'] }
		}
	];
};

/** An act on one application, where there is one that it fits. */
const onOne =
	(
		fits: (row: ApplicationSummary) => boolean,
		drafts: (number: string, last: (type: FactType) => FactId[], knowledge: Knowledge) => FactDraft[]
	): Act =>
	async (knowledge) => {
		const fitting = knowledge.rows.filter(fits);
		if (fitting.length === 0) return null;
		const { number } = knowledge.chance.pick(fitting);
		const { story } = await knowledge.application(number);
		const last = (type: FactType) => story.filter(({ fact, dead }) => fact.type === type && !dead).slice(-1);
		return () => drafts(number, (type) => last(type).map(({ fact }) => fact.id), knowledge);
	};

const about = (number: string) => ({ kind: 'application', number }) as const;
const next = (fact: string) => (row: ApplicationSummary) => row.next === fact;
const known = () => true;
const text = { text: 'Ескерту' };

const amend = onOne(known, (number, last) => [
	{
		type: 'amended',
		subject: about(number),
		on: last('accepted'),
		body: { what: 'documents', documents: [{ form: 'original', sheets: 1 }] },
		details: { documents: ['Анықтама'] }
	}
]);
const print = onOne(known, (number) => [
	{ type: 'printed', subject: about(number), body: { document: 'receipt', copy: 1 }, details: null }
]);
const annul = onOne(next('collected'), (number, last) => [
	{ type: 'annulled', subject: about(number), on: last('accepted'), body: { reason: 'mistake' }, details: text }
]);
const withdraw = onOne(next('collected'), (number) => [
	{ type: 'withdrawn', subject: about(number), body: {}, details: text }
]);
const handOut = onOne(
	({ resultAt, state }) => resultAt?.startsWith('collection/') === true && state === 'open',
	(number, last) => [
		{
			type: 'handedOut',
			subject: about(number),
			on: [...last('recorded'), ...last('resultsArrived')],
			body: { to: 'applicant', sheets: 1, originals: { documents: 0, sheets: 0 } },
			details: { receiver: { surname: 'Оспанов', given: 'Ержан' } }
		}
	]
);
const register = onOne(next('registered'), (number, last) => [
	{ type: 'registered', subject: about(number), on: last('arrived'), body: {}, details: null }
]);
const assign = onOne(next('assigned'), (number, last) => [
	{
		type: 'assigned',
		subject: about(number),
		on: last('registered'),
		body: { executor: 'executor-1' as StaffId },
		details: null
	}
]);
const draft = onOne(next('drafted'), (number, last, { chance }) => [
	{
		type: 'drafted',
		subject: about(number),
		on: last('assigned'),
		body: { decision: chance.pick(['notice', 'refusal'] as const) },
		details: null
	}
]);
const sign = onOne(next('signed'), (number, last) => [
	{ type: 'signed', subject: about(number), on: last('drafted'), body: {}, details: null }
]);
const sendBack = onOne(next('signed'), (number, last) => [
	{ type: 'sentBack', subject: about(number), on: last('drafted'), body: {}, details: text }
]);
const recordResult = onOne(next('recorded'), (number, last) => [
	{
		type: 'recorded',
		subject: about(number),
		on: last('signed'),
		body: { decision: 'notice', sheets: 1 },
		details: null
	}
]);
const redirect = onOne(
	({ packetAt }) => packetAt.startsWith('chancery/'),
	(number, last, { bodies, place, chance }) => [
		{
			type: 'redirected',
			subject: about(number),
			on: last('arrived'),
			body: { toBody: chance.pick(bodies.filter((body) => body !== place.org)) },
			details: text
		}
	]
);

/** A list of papers as one fact, with a new register's number. */
const onMany =
	(
		fits: (row: ApplicationSummary, place: Place) => boolean,
		draft: (papers: string[], knowledge: Knowledge) => Omit<FactDraft, 'subject'>
	): Act =>
	async (knowledge) => {
		const { rows, place, chance } = knowledge;
		const chosen = chance.some(
			rows.filter((row) => fits(row, place)).map(({ number }) => number),
			0.8
		);
		// A round at which there was nothing is recorded too, but seldom.
		if (chosen.length === 0 && !chance.happens(0.1)) return null;
		const drafted = draft(chosen, knowledge);
		return (numbers) => [{ ...drafted, subject: { kind: 'register', number: numbers.next(9) } } as FactDraft];
	};
const result = (number: string) => resultNumberOf(number as ApplicationNumber);
const CHECKED = ['received', 'received', 'received', 'missing', 'damaged', 'carried'] as const;

const collect = onMany(
	({ packetAt }) => packetAt.startsWith('window/'),
	(papers) => ({ type: 'collected', body: { rows: papers.map((paper) => ({ paper })), window: '1' }, details: null })
);
const dispatch = onMany(
	({ packetAt }, { org }) => packetAt === `collection/${org}`,
	(papers, { bodies, chance, rows }) => ({
		type: 'dispatched',
		body: {
			rows: papers.map((paper) => ({ paper })),
			// Mostly to the body of the first packet, so now and then a packet goes to the wrong one.
			toBody: (chance.happens(0.9) && rows.find(({ number }) => number === papers[0])?.body) || chance.pick(bodies)
		},
		details: { courier: 'Ерлан' }
	})
);
const arrive = onMany(
	({ packetAt }, { org }) => packetAt.startsWith(`transit/${org}/`),
	(papers, { chance }) => ({
		type: 'arrived',
		body: { rows: papers.map((paper) => ({ paper, state: chance.pick(CHECKED) })), register: null },
		details: null
	})
);
const sendResults = onMany(
	({ resultAt, center }, { org, kind }) => resultAt === `chancery/${org}` && (kind === 'body' || center !== null),
	(papers, { place }) => ({
		type: 'returned',
		body: { rows: papers.map((number) => ({ paper: result(number) })), toCenter: place.center },
		details: { courier: 'Ерлан' }
	})
);
const takeResults = onMany(
	({ resultAt }, { org }) => resultAt?.startsWith(`transit/${org}/`) === true,
	(papers, { chance }) => ({
		type: 'resultsArrived',
		body: { rows: papers.map((number) => ({ paper: result(number), state: chance.pick(CHECKED) })), register: null },
		details: null
	})
);

const closeDay: Act =
	async ({ place }) =>
	() => [
		{
			type: 'dayClosed',
			subject: { kind: 'org', org: place.org },
			body: { date: '2026-11-23', covers: [] },
			details: null
		}
	];
/** A fact of a Tereze newer than the others': kept and relayed, folded by nobody. */
const fromTheFuture: Act = async ({ rows, chance }) => {
	if (rows.length === 0) return null;
	const { number } = chance.pick(rows);
	const newer = { type: 'teleported', subject: about(number), body: { z: 1, a: [2] }, details: null };
	return () => [newer as unknown as FactDraft];
};

const rarely =
	(act: Act): Act =>
	async (knowledge) =>
		knowledge.chance.happens(0.25) ? act(knowledge) : null;

const ACTS: Record<Place['kind'], readonly Act[]> = {
	window: [
		handOut,
		accept,
		accept,
		accept,
		accept,
		accept,
		handOut,
		amend,
		print,
		rarely(annul),
		rarely(withdraw),
		rarely(closeDay),
		rarely(fromTheFuture)
	],
	collection: [collect, dispatch, takeResults, collect, dispatch, takeResults, rarely(closeDay)],
	body: [
		arrive,
		register,
		assign,
		draft,
		sign,
		recordResult,
		sendResults,
		arrive,
		register,
		assign,
		draft,
		sign,
		recordResult,
		sendResults,
		sendBack,
		rarely(redirect),
		rarely(closeDay)
	],
	clerk: [
		arrive,
		CLERK_ACTS.register,
		CLERK_ACTS.register,
		CLERK_ACTS.record,
		sendResults,
		CLERK_ACTS.handOut,
		CLERK_ACTS.acceptHere,
		rarely(CLERK_ACTS.scanSigned),
		rarely(CLERK_ACTS.redirect),
		rarely(closeDay)
	],
	head: [
		HEAD_ACTS.assign,
		HEAD_ACTS.assign,
		HEAD_ACTS.sign,
		HEAD_ACTS.sign,
		HEAD_ACTS.sendBack,
		HEAD_ACTS.settle,
		HEAD_ACTS.find,
		rarely(HEAD_ACTS.lose),
		rarely(HEAD_ACTS.redirect),
		rarely(HEAD_ACTS.moveDay)
	],
	executor: [EXECUTOR_ACTS.draft, EXECUTOR_ACTS.draft, EXECUTOR_ACTS.examine]
};

/** Something that a person at this place may do next; null where nothing fits. */
export async function nextAct(knowledge: Knowledge): Promise<Deed | null> {
	const { kind } = knowledge.place;
	// Where each role has its own device, few acts fit at a time: whoever stands there looks longer for something to do.
	const attempts = ['clerk', 'head', 'executor'].includes(kind) ? 25 : 5;
	for (let attempt = 0; attempt < attempts; attempt += 1) {
		const deed = await knowledge.chance.pick(ACTS[kind])(knowledge);
		if (deed) return deed;
	}
	return null;
}
