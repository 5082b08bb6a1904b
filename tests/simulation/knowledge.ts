import { type Application } from '#lib/domain/application/application.ts';
import { type ApplicationSummary } from '#lib/domain/application/summary.ts';
import { type FactId, type OrgId } from '#lib/domain/fact/ids.ts';
import { type OfficeCommand } from '#lib/domain/org/decide-office.ts';
import { type ListCommand } from '#lib/domain/register/decide-list.ts';
import { type Asked } from '#lib/journal/act.ts';
import { type Intake } from '#lib/journal/act-on-intake.ts';
import { type BuildDrafts } from '#lib/journal/append.ts';
import { type DeviceJournal } from '#lib/journal/device-journal.ts';
import { type RegisterView } from '#lib/law/law.ts';
import { type Chance } from './chance.ts';
import { type Place } from './places.ts';

/** What a device knows when somebody acts at it. */
export type Knowledge = {
	/** Where the device is, and who acts there now. */
	place: Place;
	journal: DeviceJournal<ApplicationSummary, RegisterView>;
	rows: readonly ApplicationSummary[];
	/** The fold of a row, for the facts that an act refers to. */
	application: (number: string) => Promise<Application>;
	bodies: readonly OrgId[];
	/** All orgs of the run. */
	orgs: readonly OrgId[];
	/** The device's own clock. */
	now: number;
	chance: Chance;
};

/** Who does it. */
export type Hand = Pick<Place, 'role' | 'staff'>;

/** What a person asks of the journal, as the program asks it: the journal decides where it records. */
export type Asking = (
	{ act: Asked } | { accept: Intake } | { list: ListCommand } | { office: OfficeCommand; id: FactId }
) & { by: Hand };

/** What this program would refuse or does not know, written by a program of before or after it. Nobody decides on it. */
export type Strange = { stranger: BuildDrafts; by: Hand };

export type Deed = Asking | Strange;

/** What a person finds to do; null where nothing fits. */
export type Act = (knowledge: Knowledge) => Promise<Asking | null>;

/**
 * Whether two tabs that asked for one thing recorded it twice. Under the id of what was typed each gets the one fact for its answer.
 * Of a list one tab is refused, for its papers have moved; only where none moves it is recorded each time.
 */
export function isRecordedTwice(deed: Deed, answers: readonly (readonly FactId[])[]): boolean {
	if (!('list' in deed)) return new Set(answers.map(([first]) => first)).size > 1;
	const { list } = deed;
	const movesNone =
		list.kind === 'arrive' ? list.rows.some(({ state }) => state === 'carried') : list.papers.length === 0;
	return !movesNone && answers.filter(([first]) => first).length > 1;
}
