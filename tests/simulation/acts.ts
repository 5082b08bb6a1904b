import { as, rarely } from './asking.ts';
import { CLERK_ACTS, EXECUTOR_ACTS, HEAD_ACTS } from './body-acts.ts';
import { type Act, type Asking, type Knowledge } from './knowledge.ts';
import { LIST_ACTS } from './list-acts.ts';
import { close, moveDay } from './office-acts.ts';
import { type Place } from './places.ts';
import { WINDOW_ACTS } from './window-acts.ts';

const { accept, amend, print, annul, withdraw, handOut, returnDocuments } = WINDOW_ACTS;
const { collect, dispatch, arrive, sendResults, takeResults } = LIST_ACTS;

/** Everybody of a small body signs in at one device. */
const AT_ONE_DESK: readonly Act[] = [
	arrive,
	CLERK_ACTS.register,
	as('head', HEAD_ACTS.assign),
	as('executor', EXECUTOR_ACTS.draft),
	as('head', HEAD_ACTS.sign),
	CLERK_ACTS.record,
	as('executor', CLERK_ACTS.record),
	sendResults
];

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
		rarely(returnDocuments),
		rarely(close),
		rarely(as('centerHead', close))
	],
	collection: [collect, dispatch, takeResults, collect, dispatch, takeResults, rarely(close)],
	body: [
		...AT_ONE_DESK,
		...AT_ONE_DESK,
		as('head', HEAD_ACTS.sendBack),
		rarely(CLERK_ACTS.redirect),
		rarely(close),
		rarely(as('head', close))
	],
	clerk: [
		arrive,
		CLERK_ACTS.register,
		CLERK_ACTS.register,
		CLERK_ACTS.record,
		CLERK_ACTS.noteResult,
		sendResults,
		CLERK_ACTS.handOut,
		CLERK_ACTS.acceptHere,
		rarely(CLERK_ACTS.scanSigned),
		rarely(CLERK_ACTS.redirect),
		rarely(close)
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
		rarely(moveDay),
		rarely(close)
	],
	executor: [EXECUTOR_ACTS.draft, EXECUTOR_ACTS.draft, EXECUTOR_ACTS.examine]
};

/** Where few acts fit at a time, whoever stands there looks longer for something to do. */
const ATTEMPTS: Record<Place['kind'], number> = {
	window: 5,
	collection: 5,
	body: 12,
	clerk: 25,
	head: 25,
	executor: 25
};

/** Something that a person at this place may do next; null where nothing fits. */
export async function nextAct(knowledge: Knowledge): Promise<Asking | null> {
	const { kind } = knowledge.place;
	for (let attempt = 0; attempt < ATTEMPTS[kind]; attempt += 1) {
		const deed = await knowledge.chance.pick(ACTS[kind])(knowledge);
		if (deed) return deed;
	}
	return null;
}
