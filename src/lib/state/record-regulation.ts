import { type FactId } from '#lib/domain/fact/ids.ts';
import { everyOrg } from '#lib/domain/org/directory.ts';
import { importGroundOf } from '#lib/domain/regulation/import-ground.ts';
import { type Regulation } from '#lib/domain/regulation/regulation.ts';
import { CHECK_NAMES } from '#lib/domain/regulation/regulation-checks.ts';
import { type ImportGround } from '#lib/domain/regulation/regulation-import.ts';
import { actInOffice, type Recorded } from './acts.ts';
import { desk } from './desk.svelte.ts';
import { lawHere } from './law.svelte.ts';

/** How many cross-checks a version must pass. */
export const CHECK_COUNT = CHECK_NAMES.length;

/** What a new version is held against on this device, today. */
export const importGround = (): ImportGround => importGroundOf(lawHere.law, desk.today);

/**
 * Records a version for all orgs, the authority too, which makes the next one, whether it came as a file or was edited here.
 * @param id given beforehand, so that a crash in the middle never records it twice
 */
export const recordRegulation = (regulation: Regulation, id?: FactId): Promise<Recorded> =>
	actInOffice(
		{
			kind: 'importRegulation',
			regulation,
			tell: everyOrg(lawHere.law.directory)
		},
		id ? { id } : {}
	);
