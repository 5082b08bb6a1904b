import { type Role } from '#lib/domain/fact/ids.ts';
import { type Regulation } from '#lib/domain/regulation/regulation.ts';
import { type Entry, routeOf } from '#lib/domain/regulation/route.ts';
import { doesStep } from '#lib/domain/regulation/step-units.ts';
import { type MessageKey } from '#lib/i18n/message-key.ts';
import { SCREENS } from '#lib/screens/screens.ts';

type WordKey =
	| 'checkHint'
	| 'whatNow'
	| 'printing'
	| 'printed'
	| 'alreadyAccepted'
	| 'print'
	| 'reprintLast'
	| 'reprintNone'
	| 'reprinted'
	| 'didItPrint'
	| 'byHandTitle'
	| 'clockText'
	| 'notHere';

/** Where applications are accepted: a window of a Center, or the counter of an authorized body. One set of screens serves both. */
export type AcceptPlace = {
	entry: Entry;
	/** Address of the screen. */
	href: string;
	/** Who may work there at all; which services they accept is asked of the regulations. */
	roles: readonly Role[];
	/** Who lets the intake go on when the clock is wrong. */
	head: Role;
	/** Where the words of the two places differ: a receipt, or a talon (para 13). */
	words: Readonly<Record<WordKey, MessageKey>>;
};

export const WINDOW: AcceptPlace = {
	entry: 'center',
	href: SCREENS.accept.href,
	roles: SCREENS.accept.roles,
	head: 'centerHead',
	words: {
		checkHint: 'accept.checkHint',
		whatNow: 'accept.doneWhatNow',
		printing: 'accept.donePrinting',
		printed: 'accept.donePrinted',
		alreadyAccepted: 'accept.alreadyAccepted',
		print: 'actions.printReceipt',
		reprintLast: 'accept.reprintLast',
		reprintNone: 'accept.reprintNone',
		reprinted: 'accept.receiptPrinted',
		didItPrint: 'errors.didItPrint',
		byHandTitle: 'receipt.byHandTitle',
		clockText: 'accept.clockText',
		notHere: 'services.notHere'
	}
};

export const COUNTER: AcceptPlace = {
	entry: 'body',
	href: SCREENS.counter.href,
	roles: SCREENS.counter.roles,
	head: 'head',
	words: {
		checkHint: 'counter.checkHint',
		whatNow: 'counter.doneWhatNow',
		printing: 'counter.donePrinting',
		printed: 'counter.donePrinted',
		alreadyAccepted: 'counter.alreadyAccepted',
		print: 'counter.print',
		reprintLast: 'counter.reprintLast',
		reprintNone: 'counter.reprintNone',
		reprinted: 'counter.printed',
		didItPrint: 'counter.didItPrint',
		byHandTitle: 'counter.byHandTitle',
		clockText: 'counter.clockText',
		notHere: 'counter.othersService'
	}
};

/** Where a role accepts applications; null for those who never do. */
export const acceptPlaceOf = (role: Role | null): AcceptPlace | null =>
	[WINDOW, COUNTER].find(({ roles }) => role !== null && roles.includes(role)) ?? null;

/** Whether a role accepts a service at a place, by the service's regulation (C07, C10). */
export const acceptsHere = (place: AcceptPlace, role: Role, regulation: Regulation): boolean =>
	doesStep(role, regulation, place.entry, 'accepted');

/**
 * The limit of a visit in minutes, by table 1. Before a service is chosen that of all services accepted here, if it is one;
 * null where it is not known yet.
 */
export function visitLimitOf(place: AcceptPlace, accepted: readonly Regulation[], chosen?: Regulation): number | null {
	const limits = (chosen ? [chosen] : accepted).map((regulation) => {
		const limit = routeOf(regulation, place.entry, 'notice').find(({ fact }) => fact === 'accepted')?.limit;
		if (limit?.unit === 'minutes') return limit.amount;
		return limit?.unit === 'hours' ? limit.amount * 60 : null;
	});
	const [first] = limits;
	return first !== undefined && limits.every((limit) => limit === first) ? first : null;
}
