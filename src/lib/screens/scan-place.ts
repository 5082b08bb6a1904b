import { type Role } from '#lib/domain/fact/ids.ts';
import { applicationNumberOf, type PaperNumber, paperOf } from '#lib/domain/number/paper-number.ts';
import { type RegisterKind } from '#lib/domain/register/register.ts';
import { menuOf } from './menu.ts';

/**
 * Where an idle screen goes with a scanned code: a packet, a result or a receipt opens its application, a register the screen
 * where this role works with it. Null where nothing is opened: a badge, or a register of somebody else's work.
 * @param kind of the scanned register, if this device knows it
 */
export function placeOfScan(number: PaperNumber, role: Role, kind: RegisterKind | null): string | null {
	const paper = paperOf(number);
	if (paper === 'packet' || paper === 'result') return `/application/${applicationNumberOf(number)}`;
	if (paper !== 'register') return null;
	return menuOf(role).find(({ registers }) => registers?.includes(kind))?.href ?? null;
}
