import { type Application } from '$lib/domain/application/application';
import { type ApplicationSummary } from '$lib/domain/application/summary';
import { type OrgId } from '$lib/domain/fact/ids';
import { type BuildDrafts } from '$lib/journal/append';
import { type Chance } from './chance';
import { type Place } from './places';

/** What a device knows when somebody acts at it. */
export type Knowledge = {
	place: Place;
	rows: readonly ApplicationSummary[];
	/** The fold of a row, for the facts that an act refers to. */
	application: (number: string) => Promise<Application>;
	bodies: readonly OrgId[];
	/** All orgs of the run. */
	orgs: readonly OrgId[];
	now: number;
	chance: Chance;
};

/** Something that a person does; null where nothing fits. */
export type Act = (knowledge: Knowledge) => Promise<BuildDrafts | null>;
