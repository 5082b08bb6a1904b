import { type ApplicationSummary, DAMAGED_RESULT } from '#lib/domain/application/summary.ts';
import { searchKeyAt } from '#lib/domain/application/whereabouts.ts';
import { type OrgId, type Role } from '#lib/domain/fact/ids.ts';
import { type MessageKey } from '#lib/i18n/message-key.ts';
import { SCREENS } from '#lib/screens/screens.ts';

/** Where results are handed out: at a window of a Center, or at the body to those who applied there. One set of screens serves both. */
export type HandOutPlace = {
	/** Address of the screen. */
	href: string;
	roles: readonly Role[];
	/** Who has a result that is ready. */
	shelf: 'collection' | 'chancery';
	/** Where the words of the two places differ: a receipt, or a talon (para 13). */
	words: Readonly<Record<'findHint' | 'withPaper' | 'withoutPaper' | 'paperScanned' | 'readyNone', MessageKey>>;
};

export const HAND_OUT_WINDOW: HandOutPlace = {
	href: SCREENS.handOut.href,
	roles: SCREENS.handOut.roles,
	shelf: 'collection',
	words: {
		findHint: 'handOut.findHint',
		withPaper: 'handOut.byReceipt',
		withoutPaper: 'handOut.withoutReceipt',
		paperScanned: 'handOut.receiptScanned',
		readyNone: 'handOut.readyNone'
	}
};

export const HAND_OUT_BODY: HandOutPlace = {
	href: SCREENS.bodyHandOut.href,
	roles: SCREENS.bodyHandOut.roles,
	shelf: 'chancery',
	words: {
		findHint: 'counter.findHint',
		withPaper: 'counter.byTalon',
		withoutPaper: 'counter.withoutTalon',
		paperScanned: 'counter.talonScanned',
		readyNone: 'counter.readyNone'
	}
};

/** Where a role hands results out; null for those who never do. */
export const handOutPlaceOf = (role: Role | null): HandOutPlace | null =>
	[HAND_OUT_WINDOW, HAND_OUT_BODY].find(({ roles }) => role !== null && roles.includes(role)) ?? null;

/** Key of the results that lie where they are handed out. */
export const shelfKey = ({ shelf }: HandOutPlace, org: OrgId): string => searchKeyAt('result', { kind: shelf, org });

/**
 * Whether a result on that shelf waits for its applicant and for this role: at the body lie also those that still wait for
 * the ledger or for a Center, and by the regulations not everybody hands out every service (C28).
 */
export function isReadyHere(
	{ shelf }: HandOutPlace,
	role: Role,
	row: Pick<ApplicationSummary, 'next' | 'units'> & Partial<Pick<ApplicationSummary, 'keys'>>
): boolean {
	if (row.keys?.includes(DAMAGED_RESULT)) return false;
	if (shelf === 'collection') return true;
	const units: readonly Role[] = row.units;
	return row.next === 'handedOut' && units.includes(role);
}
