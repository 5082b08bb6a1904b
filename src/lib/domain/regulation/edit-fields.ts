import { type CheckFailure } from './regulation-checks.ts';
import { type Path } from './regulation-diff.ts';

/** Ids of the editor's fields by the place of their value: `refusalGrounds-0-kk`, `totalTerm-limit-amount`. */
export const editFieldId = (...place: readonly (string | number)[]): string => place.join('-');

const EDITED = ['validFrom', 'requiredDocuments', 'refusalGrounds', 'totalTerm', 'letters'];

/** The editor's field for a wrong field of the data; the day field where there is none. */
export function fieldOfPath(path: Path): string {
	const parts = path.map((part) => (/^#\d+$/.test(part) ? String(Number(part.slice(1)) - 1) : part));
	return EDITED.includes(parts[0] ?? '') ? editFieldId(...parts) : 'validFrom';
}

/** The editor's field for a failed cross-check. */
export function fieldOfFailure({ check, place }: CheckFailure): string {
	const parts = place.split('.');
	if (!EDITED.includes(parts[0] ?? '')) return 'validFrom';
	if (check === 'value-has-source') return editFieldId(...parts, 'source');
	return check === 'named-once' ? editFieldId(...parts, 'kk') : editFieldId(...parts);
}
