import * as v from 'valibot';
import { InstantSchema, isPlainName } from './bounds.ts';

const ID = /^[A-Za-z0-9:_-]{1,64}$/;

/** Ids are branded strings so that the id of a fact is never passed for that of a person or an org. */
const id = <Name extends string>(name: Name) => v.pipe(v.string(), v.regex(ID), v.check(isPlainName), v.brand(name));

export const FactIdSchema = id('FactId');
/** Part of the sync messages, whose shape is fixed: `isPlainName` is checked in the fact. */
export const JournalIdSchema = v.pipe(v.string(), v.regex(ID), v.brand('JournalId'));
export const StaffIdSchema = id('StaffId');
export const OrgIdSchema = id('OrgId');

/** UUIDv7 made on the device. A fact *is* its id, nothing else. */
export type FactId = v.InferOutput<typeof FactIdSchema>;
/** Random id made together with the local store. A journal is not a device. */
export type JournalId = v.InferOutput<typeof JournalIdSchema>;
export type StaffId = v.InferOutput<typeof StaffIdSchema>;
export type OrgId = v.InferOutput<typeof OrgIdSchema>;

/**
 * The capacity in which a person acts: the units of para 15, those responsible for the terms (para 18), and the administration.
 * `admin`: of one org; `authorityAdmin`: of all orgs under an authority; `overseer`: figures of all, no personal data; `auditor`:
 * reads one org, writes nothing.
 */
export const RoleSchema = v.picklist([
	'centerInspector',
	'accumulationInspector',
	'chancery',
	'head',
	'executor',
	'centerHead',
	'admin',
	'authorityAdmin',
	'overseer',
	'auditor'
]);
export type Role = v.InferOutput<typeof RoleSchema>;

/** Milliseconds since 1970-01-01T00:00Z. */
export type Instant = number;
export { InstantSchema };
