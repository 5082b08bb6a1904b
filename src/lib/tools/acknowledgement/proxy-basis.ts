import { formatDate } from '#lib/i18n/formats.ts';

/** What a holder of a power of attorney acts on, as the fact keeps it. @param date `YYYY-MM-DD`; empty where none was typed */
export const proxyBasis = (number: string, date: string): string => `№ ${number}, ${formatDate(date)}`;

/** Number and date (`YYYY-MM-DD`) of a power of attorney, as `proxyBasis` writes them; null for any other basis. */
export function readProxyBasis(basis: string): { number: string; date: string } | null {
	const match = /^№ (.+), (\d\d)\.(\d\d)\.(\d{4})$/u.exec(basis);
	return match ? { number: match[1]!, date: `${match[4]}-${match[3]}-${match[2]}` } : null;
}
