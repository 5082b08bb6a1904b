import { type OrgId } from '#lib/domain/fact/ids.ts';
import { type Law } from '#lib/domain/regulation/law.ts';
import { type JournalReads } from '../store/journal-store.ts';
import { type News } from '../store/news.ts';
import { lawInStore } from './law-in-store.ts';
import { type WakeHub } from './wake-hub.ts';

type Deps = {
	store: Pick<JournalReads, 'lastLawFact' | 'lawFacts'>;
	hub: Pick<WakeHub, 'wake' | 'wakeAll'>;
	/** Looks whether another process has recorded something of people and devices. */
	followRegistry: () => Promise<void>;
	/** PINs or passwords of an org's people changed; null: perhaps of any. */
	peopleChanged: (org: OrgId | null) => void;
	/** Facts came that may be without a row, or are to be judged again: their own process may have ended. */
	arrived: () => void;
	lawChanged: (law: Law) => void;
	failed: (error: unknown) => void;
};

/** Brings what this process keeps in memory up to what others have written; while it looks, what comes is looked for once more. */
export function followOthers(deps: Deps): (news: News) => void {
	const { store, hub, followRegistry, peopleChanged, arrived, lawChanged, failed } = deps;
	let lawFact: number | undefined;
	let looking = false;
	let again = false;

	const look = async (): Promise<void> => {
		const last = await store.lastLawFact();
		if (last !== lawFact) {
			lawChanged(await lawInStore(store));
			lawFact = last;
		}
		await followRegistry();
	};
	const lookSoon = (): void => {
		again = true;
		if (looking) return;
		looking = true;
		void (async () => {
			while (again) {
				again = false;
				await look().catch(failed);
			}
			looking = false;
		})();
	};
	return ({ what, orgs }) => {
		if (what === 'people') for (const org of orgs ?? [null]) peopleChanged(org);
		lookSoon();
		arrived();
		if (orgs === null) hub.wakeAll();
		else hub.wake(orgs);
	};
}
