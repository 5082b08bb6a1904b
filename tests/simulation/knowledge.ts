import { type Application } from '#lib/domain/application/application.ts';
import { type ApplicationSummary } from '#lib/domain/application/summary.ts';
import { type OrgId } from '#lib/domain/fact/ids.ts';
import { type BuildDrafts } from '#lib/journal/append.ts';
import { type Chance } from './chance.ts';
import { type Place } from './places.ts';

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
