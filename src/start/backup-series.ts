import { readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { UNDER_WAY } from './backup-database.ts';
import { PROVING } from './prove-backup.ts';

const OURS = /^tereze-\d{8}-\d{6}\.db$/;

/** The name of a copy that is made at a moment, UTC: names sort by time. @param stamp `20261122-095713` */
export const copyName = (stamp: string): string => `tereze-${stamp}.db`;

/**
 * Removes all but the newest copies beside one that was just made, which stays whatever the clock said when the others were. Files of
 * other names stay.
 * @returns the names of the copies that were removed
 */
export function keepNewest(made: string, count: number): string[] {
	const folder = dirname(made);
	const others = readdirSync(folder)
		.filter((name) => OURS.test(name) && name !== basename(made))
		.toSorted();
	const old = others.slice(0, Math.max(0, others.length - (count - 1)));
	for (const name of old) rmSync(join(folder, name));
	return old;
}

/** Removes what runs that were cut short left half done. */
export function removeHalves(folder: string): void {
	const isHalf = (name: string): boolean =>
		name.startsWith(PROVING) || (name.endsWith(UNDER_WAY) && OURS.test(name.slice(0, -UNDER_WAY.length)));
	for (const name of readdirSync(folder).filter(isHalf)) rmSync(join(folder, name), { recursive: true });
}
