import { type OrgId, type StaffId } from '../fact/ids.ts';
import { type Holder, type PaperKind } from './application.ts';

/**
 * Where a paper is, as stored in rows and counters: the holder without what only the trail needs. `register`: null in counters, or
 * there would be a counter per register.
 */
export type Whereabouts =
	| { kind: 'window'; org: OrgId; window: string }
	| { kind: 'executor'; org: OrgId; staff: StaffId }
	| { kind: 'collection' | 'chancery' | 'head' | 'archive'; org: OrgId }
	| { kind: 'transit'; to: OrgId; register: string | null }
	| { kind: 'unknown'; why: Extract<Holder, { kind: 'unknown' }>['why'] }
	| { kind: 'applicant' };

/** A pattern of whereabouts: missing fields match anything. */
type Somewhere = Loosely<Whereabouts>;
type Loosely<At> = At extends Whereabouts ? Pick<At, 'kind'> & Partial<Omit<At, 'kind'>> : never;

/** One text for each, in rows, counters and search keys on every device: `window/<org>/<window>`, `transit/<to>/<register>` … */
export function whereaboutsKey(at: Whereabouts): string {
	switch (at.kind) {
		case 'window':
			return `window/${at.org}/${escaped(at.window)}`;
		case 'executor':
			return `executor/${at.org}/${at.staff}`;
		case 'transit':
			return at.register === null ? `transit/${at.to}` : `transit/${at.to}/${at.register}`;
		case 'unknown':
			return `unknown/${at.why}`;
		case 'applicant':
			return 'applicant';
		case 'collection':
		case 'chancery':
		case 'head':
		case 'archive':
			return `${at.kind}/${at.org}`;
	}
}

/** The key of a holder with the register's number, for rows. */
export const holderKey = (holder: Holder): string => whereaboutsKey(holder);

/** The key of a holder without it, for counters. */
export const countedKey = (holder: Holder): string =>
	whereaboutsKey(holder.kind === 'transit' ? { ...holder, register: null } : holder);

/** Parses a key; null where it is none, as for a result that does not exist yet. */
export function readWhereabouts(key: string): Whereabouts | null {
	const [kind, where = '', ...rest] = key.split('/');
	const org = where as OrgId;
	switch (kind) {
		case 'window':
			return { kind, org, window: unescaped(rest.join('/')) };
		case 'executor':
			return { kind, org, staff: rest.join('/') as StaffId };
		case 'transit':
			return { kind, to: org, register: rest[0] ?? null };
		case 'unknown':
			return { kind, why: where as Extract<Whereabouts, { kind: 'unknown' }>['why'] };
		case 'applicant':
			return { kind };
		case 'collection':
		case 'chancery':
		case 'head':
		case 'archive':
			return { kind, org };
		case undefined:
		default:
			return null;
	}
}

/** Whether a key of rows or counters matches one of these whereabouts. */
export function isAt(key: string | null, ...somewhere: readonly Somewhere[]): boolean {
	const at = key === null ? null : readWhereabouts(key);
	return at !== null && somewhere.some((wanted) => matches(at, wanted));
}

/** The org that has a paper, or to which it is in transit; null with the applicant, or where unknown. */
export function orgAt(key: string | null): OrgId | null {
	const at = key === null ? null : readWhereabouts(key);
	if (at === null) return null;
	return 'org' in at ? at.org : 'to' in at ? at.to : null;
}

/** Search key of rows: `at:head/<org>`, `at:result/head/<org>`. */
export const searchKeyAt = (paper: PaperKind, at: Whereabouts): string => searchKeyOf(paper, whereaboutsKey(at));

/** The same for a key stored in a row. */
export const searchKeyOf = (paper: PaperKind, key: string): string =>
	paper === 'result' ? `at:result/${key}` : `at:${key}`;

function matches(at: Whereabouts, wanted: Somewhere): boolean {
	const fields = Object.entries(wanted).filter(([, value]) => value !== undefined);
	return fields.every(([field, value]) => at[field as 'kind'] === value);
}

/** A window's name is free text: its separators must not end its part of a counter's key. */
const escaped = (window: string): string => window.replace(/[%|]/g, encodeURIComponent);
const unescaped = (window: string): string => window.replace(/%25|%7C/g, decodeURIComponent);
