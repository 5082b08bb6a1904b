import { importersOf } from '#lib/domain/org/importers.ts';
import { type ActByRole, mayByRole } from '#lib/domain/acts/rights.ts';
import { desk } from './desk.svelte.ts';

/** Whether whoever is at work here may do an act, in the role of now. Read it where it is tracked: roles change. */
export const may = (act: ActByRole): boolean => desk.role !== null && mayByRole(act, desk.role);

/** Whether whoever is at work here brings in versions of regulations: the authority's people, where it has some. */
export const mayImportRegulation = (): boolean =>
	desk.role !== null && importersOf(desk.context?.hasAuthority ?? false).includes(desk.role);
