import { type Anomaly, type Application } from '#lib/domain/application/application.ts';
import { type Refusal } from '#lib/domain/application/refusal.ts';
import { oddKey } from '#lib/domain/application/summary.ts';
import { seesSettling, type Settler, settlerOf } from '#lib/domain/control/settler.ts';
import { type Asked } from '#lib/journal/act.ts';
import { type AppendFailure } from '#lib/journal/append.ts';
import { desk } from '#lib/device/session/desk.svelte.ts';
import { FoldedCache } from './folded-cache.ts';
import { syncing } from '#lib/device/live/syncing.svelte.ts';

/** One thing that does not add up and that this person may settle. */
export type Discrepancy = { key: string; application: Application; anomaly: Anomaly; settler: Settler };

/** More than a person can look through at once; the rest follows when these are settled. */
export const MOST_SHOWN = 200;
const SETTLE_MS = 300;

/** What this org has to settle, as far as the role sees it. An application is folded again only when it was touched. */
export class Discrepancies {
	items = $state.raw<Discrepancy[] | undefined>();
	/** There are more applications with something to settle than are shown. */
	hasMore = $state(false);
	readonly #folded = new FoldedCache();
	#timer: ReturnType<typeof setTimeout> | undefined;
	#turn = 0;

	start(): () => void {
		const stop = desk.journal.listen(({ applications }) => {
			this.#folded.forget(applications);
			clearTimeout(this.#timer);
			if (applications.length > 0) this.#timer = setTimeout(() => void this.read(), SETTLE_MS);
		});
		void this.read();
		return () => {
			clearTimeout(this.#timer);
			this.#turn = -1;
			stop();
		};
	}

	async read(): Promise<void> {
		if (this.#turn < 0) return;
		const mine = (this.#turn += 1);
		const rows = await desk.journal.read((reader) =>
			reader.queryApplications({ index: 'keys', startsWith: oddKey(desk.org), limit: MOST_SHOWN + 1 })
		);
		const numbers = rows.map(({ number }) => number).slice(0, MOST_SHOWN);
		const applications = await this.#folded.of(numbers, () => mine === this.#turn);
		if (mine !== this.#turn) return;
		this.hasMore = rows.length > MOST_SHOWN;
		this.items = applications.flatMap(discrepanciesOf);
	}
}

/** Unsettled, of this org, and seen by this role. */
function discrepanciesOf(application: Application): Discrepancy[] {
	return application.anomalies.flatMap((anomaly): Discrepancy[] => {
		const settler = settlerOf(anomaly, application);
		if (anomaly.settled || !desk.role || !seesSettling(desk.role, settler, desk.org)) return [];
		const key = [application.number, anomaly.kind, ...anomaly.facts].join(' ');
		return [{ key, application, anomaly, settler }];
	});
}

/** The names of those whose task it is: the role's people of this org. */
export const settlersOf = ({ role }: Settler): string[] =>
	(desk.context?.people ?? []).filter(({ roles }) => roles.includes(role)).map(({ id }) => id);

type Explained =
	{ ok: true; count: number } | { ok: false; count: number; why: Refusal | AppendFailure; refused: number };

/** In words; of what the server flagged, that it counts or is left out. */
export type SettleWay = 'explain' | 'confirm' | 'leaveOut';

/** One reason for all that is chosen: each gets its own fact; a refusal holds up none of the others. */
export async function explainAll(
	chosen: readonly Discrepancy[],
	text: string,
	way: SettleWay = 'explain'
): Promise<Explained> {
	const asked = chosen.map(({ application: { number }, anomaly: { kind, facts } }): Asked => ({
		number,
		command:
			way === 'explain'
				? { kind: 'settle', anomaly: kind, facts, way: 'explained', text }
				: { kind: 'settleFlag', fact: facts[0]!, counts: way === 'confirm', text }
	}));
	const result = await desk.journal.act(asked, desk.by());
	if (!result.ok) return { ok: false, count: 0, why: result, refused: chosen.length };
	const refused = result.answers.filter((answer): answer is Refusal => !answer.ok);
	const count = chosen.length - refused.length;
	if (count > 0) syncing.poke();
	const [first] = refused;
	return first ? { ok: false, count, why: first, refused: refused.length } : { ok: true, count };
}
