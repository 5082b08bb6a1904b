import { type Application } from '../application/application.ts';
import { type DecideContext } from '../application/context.ts';
import { refuse, type Refusal } from '../application/refusal.ts';
import { type OrgId } from '../fact/ids.ts';
import { type PaperNumber, paperOf } from '../number/paper-number.ts';

/** Purpose of a scanned list. */
export type Purpose = 'collect' | 'dispatch' | 'arrive' | 'return' | 'resultsArrive';

/** A list being scanned: a durable draft until its one fact is recorded. */
export type OpenList = {
	purpose: Purpose;
	rows: readonly { paper: string; at: number }[];
	/** Expected papers: rows of the dispatched register that is being checked. */
	expected?: readonly string[];
	/** The window being collected from. */
	window?: string;
	/** The list is for this org only. */
	lockedTo?: OrgId;
};

/** Taken with a note: not collected before, not on the register, recorded at another window. */
export type ScanNote = 'notCollected' | 'extra' | 'otherWindow';

/** The answer to one scan: shown at once, each kind with its own text, shape and sound. */
export type ScanVerdict =
	/** `org`: the pile it belongs to; null where unknown. */
	| { kind: 'ok'; org: OrgId | null; note?: ScanNote }
	| { kind: 'repeat'; at: number }
	| { kind: 'foreign'; org: OrgId }
	/** A valid number unknown to this device: taken, the application may still be on an offline device. */
	| { kind: 'unknown'; org: OrgId | null }
	| { kind: 'refused'; refusal: Refusal };

const PAPER_OF: Record<Purpose, 'packet' | 'result'> = {
	collect: 'packet',
	dispatch: 'packet',
	arrive: 'packet',
	return: 'result',
	resultsArrive: 'result'
};

/** Checks a valid number (its check digits are right) against an open list. `bodyOnLabel` comes from the label's small QR. */
export function judgeScan(
	number: PaperNumber,
	application: Application | undefined,
	list: OpenList,
	context: Pick<DecideContext, 'org'>,
	bodyOnLabel: OrgId | null = null
): ScanVerdict {
	if (paperOf(number) !== PAPER_OF[list.purpose]) return refused(refuse('wrongPaper'));
	const earlier = list.rows.find(({ paper }) => paper === number);
	if (earlier) return { kind: 'repeat', at: earlier.at };
	const expected = list.expected?.includes(number) ?? false;
	// Before the unknown ones: only the number is left of it here. A paper dispatched under it and awaited is still taken.
	if (application?.renumberedTo && !expected)
		return refused(refuse('renumbered', { number: application.renumberedTo }));
	if (!application || application.state === 'numberOnly') return unknown(list, context, bodyOnLabel);
	if (application.state === 'annulled') return refused(refuse('annulled'));
	const destination = destinationOf(application, list.purpose, context.org);
	if (destination && list.lockedTo && destination !== list.lockedTo) return { kind: 'foreign', org: destination };
	if (!expected && destination && arrivesHere(list.purpose) && destination !== context.org)
		return { kind: 'foreign', org: destination };
	return placeVerdict(application, list, context.org, destination, expected);
}

function unknown(list: OpenList, context: Pick<DecideContext, 'org'>, bodyOnLabel: OrgId | null): ScanVerdict {
	const target = bodyOnLabel ?? list.lockedTo ?? null;
	if (bodyOnLabel && list.purpose === 'dispatch' && list.lockedTo && bodyOnLabel !== list.lockedTo)
		return { kind: 'foreign', org: bodyOnLabel };
	if (bodyOnLabel && list.purpose === 'arrive' && bodyOnLabel !== context.org)
		return { kind: 'foreign', org: bodyOnLabel };
	return { kind: 'unknown', org: target };
}

function placeVerdict(
	application: Application,
	list: OpenList,
	org: OrgId,
	destination: OrgId | null,
	expected: boolean
): ScanVerdict {
	const holder = PAPER_OF[list.purpose] === 'packet' ? application.packet.holder : application.result?.holder;
	switch (list.purpose) {
		case 'collect':
			if (holder?.kind === 'collection') return refused(refuse('alreadyCollected'));
			if (holder?.kind !== 'window') return refused(refuse('notHolder', { holder: holder?.kind ?? 'unknown' }));
			if (application.state === 'withdrawn') return refused(refuse('withdrawn'));
			if (list.window !== undefined && (holder.org !== org || holder.window !== list.window))
				return { kind: 'ok', org: destination, note: 'otherWindow' };
			return { kind: 'ok', org: destination };
		case 'dispatch':
			if (application.state === 'withdrawn') return refused(refuse('withdrawn'));
			if (holder?.kind === 'transit') return refused(refuse('alreadyInRegister', { register: holder.register }));
			if (holder?.kind === 'window') return { kind: 'ok', org: destination, note: 'notCollected' };
			if (holder?.kind !== 'collection' || holder.org !== org)
				return refused(refuse('notHolder', { holder: holder?.kind ?? 'unknown' }));
			return { kind: 'ok', org: destination };
		case 'arrive':
			if (holder && 'org' in holder && holder.org === org) return refused(refuse('alreadyArrived'));
			return { kind: 'ok', org: destination, ...(expected ? {} : { note: 'extra' as const }) };
		case 'return':
			// The result of an application made at the body is handed out there.
			if (application.acceptance?.body.entry === 'body') return refused(refuse('handedOutHere'));
			if (!application.decision?.recorded)
				return refused(refuse('notReady', { holder: holder?.kind ?? application.packet.holder.kind }));
			if (holder?.kind === 'transit') return refused(refuse('alreadyInRegister', { register: holder.register }));
			if (holder?.kind !== 'chancery' || holder.org !== org)
				return refused(refuse('notHolder', { holder: holder?.kind ?? 'unknown' }));
			return { kind: 'ok', org: destination };
		case 'resultsArrive':
			if (holder?.kind === 'collection') return refused(refuse('alreadyArrived'));
			if (holder?.kind === 'applicant')
				return refused(refuse('alreadyHandedOut', { at: application.result?.since ?? 0 }));
			return { kind: 'ok', org: destination, ...(expected ? {} : { note: 'extra' as const }) };
	}
}

const refused = (refusal: Refusal): ScanVerdict => ({ kind: 'refused', refusal });
const arrivesHere = (purpose: Purpose) => purpose === 'arrive' || purpose === 'resultsArrive';

/** Destination of the paper, by its application. */
function destinationOf(application: Application, purpose: Purpose, here: OrgId): OrgId | null {
	if (purpose === 'return' || purpose === 'resultsArrive') return application.acceptance?.body.center ?? here;
	return application.body;
}
