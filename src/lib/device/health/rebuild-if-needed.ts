import { type Journal } from '#lib/journal/open-device-journal.ts';

/** Makes the rows of a store anew where another version made them. @param told how much is done, 0 to 1 */
export async function rebuildIfNeeded(journal: Journal, told: (share: number) => void): Promise<void> {
	if (!(await journal.needsRebuild())) return;
	told(0);
	await journal.rebuild(({ done, total }) => told(total === 0 ? 1 : done / total));
}
