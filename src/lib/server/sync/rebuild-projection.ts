import { type JournalStore, type Projector } from '../store/journal-store.ts';
import { project } from './commit-group.ts';
import { recountParties } from './parties-after.ts';

/** Applications of one transaction: short enough that pushes get through between them. */
const AT_ONCE = 50;

/**
 * Makes all rows of the projection and of parties again where another version of the fold made them; pushes go on meanwhile. Where it
 * is interrupted, the next start begins again.
 * @param pause called between transactions: what is folded is computed in one go, and requests wait for their turn
 * @returns how many applications were folded
 */
export async function rebuildProjection(
	store: JournalStore,
	projector: Projector,
	version: string,
	pause: () => Promise<unknown> = () => Promise.resolve()
): Promise<number> {
	if ((await store.projectionVersion()) === version) return 0;
	let folded = 0;
	let numbers = await store.applicationsAfter('', AT_ONCE);
	while (numbers.length > 0) {
		const applications = numbers;
		await store.write(async (tx) => {
			await recountParties(tx, applications);
			await project(tx, [{ applications }], projector);
		});
		folded += numbers.length;
		await pause();
		numbers = await store.applicationsAfter(numbers.at(-1)!, AT_ONCE);
	}
	await store.write((tx) => tx.saveProjectionVersion(version));
	return folded;
}
