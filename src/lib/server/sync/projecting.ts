import { type Law } from '#lib/domain/regulation/law.ts';
import { type Arrived, type JournalStore, type Projector } from '../store/journal-store.ts';
import { project } from './commit-group.ts';
import { noteLawFacts, refoldSome } from './refold-for-law.ts';

/** Facts, and applications that they touch, of one transaction: a push waits for it no longer than for another push. */
const FACTS_AT_ONCE = 50;
const APPLICATIONS_AT_ONCE = 50;
/** A wave without an end gives way to one transaction so often, so that search never stands still. */
const AT_THE_LATEST_MS = 5000;

type Projecting = {
	/** Facts were committed: they are projected when the wave is over. */
	arrived(): void;
	/** Resolves when all that was committed before the call is in the projection. */
	caughtUp(): Promise<void>;
	/** Resolves when besides all is folded again that a fact of an org bears on: may take long, nobody searching waits for it. */
	refolded(): Promise<void>;
	stop(): void;
};

type Deps = {
	/** Pushes come in waves, with pauses in which the device works; a wave is over when nothing came for so long. */
	quietMs: number;
	pause: (ms: number) => Promise<unknown>;
	/** Pushes are being committed or wait for it: a large group takes longer than the quiet between two waves. */
	isBusy: () => boolean;
	failed: (error: unknown) => void;
	/** Facts of orgs that bear on every fold have come. */
	lawChanged?: (law: Law) => void;
};

/**
 * Brings the projection for search up to date after the commit and not in it: to fold and index took a third of a push's time,
 * and a device waits for its push, while nobody waits for the server's rows. No list of what is to be done is needed: facts are
 * numbered in order of arrival, and the number up to which they are projected is written with the rows. A crash loses nothing:
 * the next start goes on from there.
 */
export function createProjecting(
	store: JournalStore,
	projector: Projector,
	{ quietMs, pause, isBusy, failed, lawChanged }: Deps
): Projecting {
	let last = 0;
	let running = false;
	let stopped = false;

	/** @returns whether there may be more */
	const step = async (): Promise<boolean> => {
		if ((await store.arrivedAfter(await store.projectedThrough(), 1)).length === 0) return false;
		const { more, law } = await store.write(async (tx) => {
			const before = await tx.projectedThrough();
			const facts = firstOf(await tx.arrivedAfter(before, FACTS_AT_ONCE));
			await project(tx, facts, projector);
			const through = facts.at(-1)?.nr;
			if (through === undefined) return { more: false, law: undefined };
			await tx.saveProjectedThrough(through);
			return { more: true, law: await noteLawFacts(tx, before, through) };
		});
		if (law) lawChanged?.(law);
		// A database on this machine answers without a turn of the event loop: whoever waits for an answer gets one here.
		if (more) await pause(0);
		return more;
	};

	const refoldStep = async (): Promise<boolean> => {
		const more = await refoldSome(store, projector);
		if (more) await pause(0);
		return more;
	};

	const inTheQuiet = async (): Promise<void> => {
		for (;;) {
			const from = performance.now();
			while (!stopped && performance.now() - from < AT_THE_LATEST_MS) {
				if (isBusy()) last = performance.now();
				if (performance.now() - last >= quietMs) break;
				await pause(quietMs);
			}
			const seen = last;
			const more = !stopped && ((await step()) || (await refoldStep()));
			// What came while this looked for the last time is looked for again.
			if (!more && (stopped || last === seen)) return;
		}
	};

	return {
		arrived: () => {
			last = performance.now();
			if (running || stopped) return;
			running = true;
			inTheQuiet()
				.catch((error: unknown) => (stopped ? undefined : failed(error)))
				.finally(() => {
					running = false;
				});
		},
		caughtUp: async () => {
			while (await step());
		},
		refolded: async () => {
			while ((await step()) || (await refoldStep()));
		},
		stop: () => {
			stopped = true;
		}
	};
}

/** At least one fact, then as many as touch few enough applications: one on a register touches hundreds. */
function firstOf(facts: readonly Arrived[]): readonly Arrived[] {
	let touched = 0;
	const end = facts.findIndex(({ applications }, place) => {
		touched += applications.length;
		return place > 0 && touched > APPLICATIONS_AT_ONCE;
	});
	return end === -1 ? facts : facts.slice(0, end);
}
