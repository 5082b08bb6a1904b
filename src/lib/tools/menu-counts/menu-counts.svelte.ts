import { mayByRole } from '#lib/domain/acts/rights.ts';
import { type CounterKey, sumOfCounters } from '#lib/domain/application/counter-key.ts';
import { DAMAGED_RESULT, oddKey } from '#lib/domain/application/summary.ts';
import { isAt } from '#lib/domain/application/whereabouts.ts';
import { type OrgId, type Role, RoleSchema, type StaffId } from '#lib/domain/fact/ids.ts';
import { unitsAsked } from '#lib/domain/regulation/step-units.ts';
import { officeFlagsIn } from '#lib/journal/office-flags.ts';
import { type ScreenId } from '#lib/screens/screens.ts';
import { desk } from '#lib/device/session/desk.svelte.ts';
import { handOutPlaceOf, shelfKey } from '#lib/tools/places/hand-out-place.ts';
import { lawHere } from '#lib/device/live/law.svelte.ts';

/** What does not add up is counted when the facts that come in have settled. */
const SETTLE_MS = 500;

/** A result at the body waits for a step that the regulation of its service gives to this person's unit. */
function isTheirs(wanted: 'recorded' | 'handedOut', { step, result, service }: CounterKey): boolean {
	const org = desk.place?.org;
	if (step !== wanted || org === undefined || !isAt(result, { kind: 'chancery', org })) return false;
	const regulation = lawHere.law.service(service);
	const units: readonly Role[] = regulation ? unitsAsked(regulation, wanted) : [];
	return desk.role !== null && units.includes(desk.role);
}

/** How much waits behind each line of the menu, from the counters: never by reading applications. */
class MenuCounts {
	#counts = $state.raw<Map<string, number>>(new Map());
	/** What does not add up and is this person's task to settle, or a head's: applications, and what the office itself did. */
	odd = $state(0);
	/** Results that lie where they are handed out and are damaged: nobody waits for them there. */
	damaged = $state(0);

	start(): () => void {
		const look = async () => (this.#counts = await desk.journal.read((reader) => reader.counters()));
		void look();
		let timer: ReturnType<typeof setTimeout> | undefined;
		void this.#countOdd();
		const stop = desk.journal.listen(() => {
			void look();
			clearTimeout(timer);
			timer = setTimeout(() => void this.#countOdd(), SETTLE_MS);
		});
		return () => {
			clearTimeout(timer);
			stop();
		};
	}

	/** Applications with something to settle: for heads all of their org, for others what is theirs. Only keys are read. */
	async #countOdd(): Promise<void> {
		const { place, role } = desk;
		if (!place || !role) return;
		const roles = role === 'head' || role === 'centerHead' ? RoleSchema.options : [role];
		const here = handOutPlaceOf(role);
		const { numbers, damaged, shelf, flags } = await desk.journal.read(async (reader) => {
			const damaged = here ? await reader.numbersWithKey(DAMAGED_RESULT) : [];
			return {
				numbers: await Promise.all(roles.map((each) => reader.numbersWithKey(oddKey(place.org, each)))),
				damaged,
				flags: mayByRole('settleFlag', role) ? await officeFlagsIn(reader, place.org) : [],
				shelf: here && damaged.length > 0 ? await reader.numbersWithKey(shelfKey(here, place.org)) : []
			};
		});
		this.odd = new Set(numbers.flat()).size + flags.filter(({ flag }) => !flag.settled).length;
		this.damaged = damaged.filter((number) => shelf.includes(number)).length;
	}

	/** How many applications are counted by what a test accepts. */
	sum(test: (key: CounterKey) => boolean): number {
		return sumOfCounters(this.#counts, test);
	}

	/** Signed results that wait here for their line in the ledger, of the services whose ledger this person's unit keeps. */
	toRecord(): number {
		return this.sum((key) => isTheirs('recorded', key));
	}

	/** What waits behind the line of a screen. */
	of(screen: ScreenId): number {
		const { place, person } = desk;
		if (!place) return 0;
		return COUNTS[screen]?.(this, { org: place.org, window: place.window ?? '', staff: person?.id ?? null }) ?? 0;
	}
}

type Here = { org: OrgId; window: string; staff: StaffId | null };

/** How the work of a screen is counted, for those that have any. */
const COUNTS: Partial<Record<ScreenId, (counts: MenuCounts, here: Here) => number>> = {
	examine: (counts, { org, staff }) =>
		counts.sum(
			({ step, packet }) => step === 'drafted' && staff !== null && isAt(packet, { kind: 'executor', org, staff })
		),
	handOut: (counts, { org }) =>
		Math.max(0, counts.sum(({ result }) => isAt(result, { kind: 'collection', org })) - counts.damaged),
	give: (counts, { org, window }) => counts.sum(({ packet }) => isAt(packet, { kind: 'window', org, window })),
	collect: (counts, { org }) => counts.sum(({ packet }) => isAt(packet, { kind: 'window', org })),
	registers: (counts, { org }) => counts.sum(({ packet }) => isAt(packet, { kind: 'collection', org })),
	arrivals: (counts, { org }) => counts.sum(({ result }) => isAt(result, { kind: 'transit', to: org })),
	chancery: (counts, { org }) =>
		counts.sum(
			(key) =>
				isAt(key.packet, { kind: 'transit', to: org }, { kind: 'chancery', org }) ||
				(key.step === 'returned' && isAt(key.result, { kind: 'chancery', org })) ||
				isTheirs('recorded', key)
		),
	resolutions: (counts, { org }) =>
		counts.sum(({ step, packet }) => step === 'assigned' && isAt(packet, { kind: 'head', org })),
	signing: (counts, { org }) =>
		counts.sum(({ step, result }) => step === 'signed' && isAt(result, { kind: 'head', org })),
	// The clerk's are counted at the desk, where they are entered too.
	ledger: (counts) => (desk.role === 'executor' ? counts.toRecord() : 0),
	bodyHandOut: (counts) => counts.sum((key) => isTheirs('handedOut', key)),
	discrepancies: (counts) => counts.odd
};

export const menuCounts = new MenuCounts();
