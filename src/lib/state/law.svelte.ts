import { type OrgId } from '#lib/domain/fact/ids.ts';
import { type Override } from '#lib/domain/org/calendar-overrides.ts';
import { type Regulation } from '#lib/domain/regulation/regulation.ts';
import { type WorkingCalendar } from '#lib/domain/time/calendar.ts';
import { type PlainDate } from '#lib/domain/time/plain-date.ts';
import { lawFactsIn } from '#lib/journal/law-facts-kept.ts';
import { type Journal } from '#lib/journal/open-device-journal.ts';
import { allServices, regulationsInForce, regulationVersions } from '#lib/law/catalog.ts';
import { currentLaw, type Law, takeLaw } from '#lib/law/law-of.ts';

/**
 * The law as this device knows it: the data with the facts of orgs. The one place that screens ask for working days and for
 * what may be accepted; what is read here is read again when a fact of an org changes it, in whatever tab.
 */
class LawHere {
	#law = $state.raw<Law>(currentLaw());

	get law(): Law {
		return this.#law;
	}

	/** Working days of an org, with the days that it set itself. */
	calendarOf(org: OrgId | string): WorkingCalendar {
		return this.#law.calendarOf(org);
	}

	/** The days that an org set itself, by date. */
	overridesOf(org: OrgId | string): readonly Override[] {
		return this.#law.overridesOf(org);
	}

	/** What may be accepted on a day: one version of each service. */
	servicesOn(date: PlainDate): readonly Regulation[] {
		void this.#law;
		return regulationsInForce(date);
	}

	/** Every service that is known, by its newest version, in the order of their numbers. */
	get services(): readonly Regulation[] {
		void this.#law;
		return allServices();
	}

	/** A service by its newest version; counters and rows keep no version. */
	service(id: string | null | undefined): Regulation | undefined {
		void this.#law;
		return id ? regulationVersions(id).at(-1) : undefined;
	}

	/** Reads the law facts of a journal, now and whenever they change. */
	async follow(journal: Pick<Journal, 'read' | 'listen'>): Promise<void> {
		const take = async () => {
			this.#law = takeLaw(await journal.read(lawFactsIn));
		};
		journal.listen(({ law }) => law && void take());
		await take();
	}
}

export const lawHere = new LawHere();
