import { type Application } from '#lib/domain/application/application.ts';
import { type ApplicationSummary } from '#lib/domain/application/summary.ts';
import { type FactId, type OrgId } from '#lib/domain/fact/ids.ts';
import { type OfficeCommand } from '#lib/domain/org/decide-office.ts';
import { type Asked } from '#lib/journal/act.ts';
import { type Intake } from '#lib/journal/act-on-intake.ts';
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

/**
 * Something that a person does: asked of the journal as the program asks it, or written as it is, as a program of before or after
 * this one would.
 */
export type Deed = BuildDrafts | { act: Asked } | { accept: Intake } | { office: OfficeCommand; id: FactId };

/** What a person finds to do; null where nothing fits. */
export type Act = (knowledge: Knowledge) => Promise<Deed | null>;
