import { type OrgId } from '#lib/domain/fact/ids.ts';
import { type JournalStore } from '../store/journal-store.ts';
import { type Judging } from './judging.ts';

type JudgingAgain = {
	/** There may be something to judge again. */
	poke: () => void;
	stop: () => void;
};

type Deps = {
	now: () => number;
	pause: (ms: number) => Promise<unknown>;
	/** Pushes are being committed or wait for it: they go first. */
	isBusy: () => boolean;
	/** Something new was put into the streams of these orgs. */
	said: (orgs: OrgId[]) => void;
	failed: (error: unknown) => void;
};

/** Verdicts that are late anyway wait for the end of a wave of pushes. */
const QUIET_MS = 1000;
/** How long it lets pushes go first before it looks again. */
const GIVES_WAY_MS = 20;
/** Pushes without an end do not keep it from ever judging. */
const MOST_TURNS = 50;

/**
 * Judges again, in the background and in pieces, what something that came later bears on. What is left is written in the store, so a
 * crash loses nothing.
 */
export function createJudgingAgain(store: JournalStore, judging: Judging, deps: Deps): JudgingAgain {
	let running = false;
	let poked = false;
	let stopped = false;

	const run = async (): Promise<void> => {
		while (poked && !stopped) {
			await deps.pause(QUIET_MS);
			poked = false;
			for (;;) {
				for (let turn = 0; deps.isBusy() && !stopped && turn < MOST_TURNS; turn += 1) await deps.pause(GIVES_WAY_MS);
				if (stopped) return;
				const appended = await judging.again(store, deps.now());
				if (appended === null) break;
				if (appended.length > 0) deps.said([...new Set(appended.map(({ org }) => org))]);
				await deps.pause(0);
			}
		}
	};

	return {
		poke: () => {
			poked = true;
			if (running || stopped) return;
			running = true;
			run()
				.catch((error: unknown) => (stopped ? undefined : deps.failed(error)))
				.finally(() => {
					running = false;
				});
		},
		stop: () => {
			stopped = true;
		}
	};
}
