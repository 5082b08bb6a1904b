import { type Role } from '../fact/ids.ts';
import { type OrgKind } from '../fact/registry-facts.ts';

/** The units of para 15 and those responsible for the terms, by the kind of org that has them; an auditor may be anywhere. */
const ROLES_OF_KIND: Readonly<Record<OrgKind, readonly Role[]>> = {
	center: ['centerInspector', 'accumulationInspector', 'centerHead', 'admin', 'auditor'],
	body: ['chancery', 'head', 'executor', 'admin', 'auditor'],
	authority: ['authorityAdmin', 'overseer', 'auditor']
};

/** The roles that people of such an org can have, in the order in which they are offered. */
export const rolesOfKind = (kind: OrgKind): readonly Role[] => ROLES_OF_KIND[kind];

/** The role that administers such an org; its last holder cannot be taken away. */
export const adminRoleOf = (kind: OrgKind): Role => (kind === 'authority' ? 'authorityAdmin' : 'admin');
