import * as v from 'valibot';
import { type OrgId } from '#lib/domain/fact/ids.ts';
import { type OrgKind } from '#lib/domain/fact/registry-facts.ts';
import { type OfficeHours } from '#lib/domain/time/office-hours.ts';
import { type Weekday } from '#lib/domain/time/plain-date.ts';
import { type SlotPlan } from '#lib/domain/time/slots.ts';

const words = v.strictObject({ kk: v.string(), ru: v.string() });
const minutes = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1440));
const weekday = v.pipe(
	v.number(),
	v.integer(),
	v.minValue(1),
	v.maxValue(7),
	v.transform((day) => day as Weekday)
);

const hours = v.strictObject({
	open: minutes,
	close: minutes,
	lunch: v.nullable(v.strictObject({ from: minutes, to: minutes })),
	weekdays: v.array(weekday),
	literal: v.optional(v.string()),
	source: v.optional(v.string()),
	/** The resolution has no hours of Centers (C42): these are an example, to be set by the Center. */
	example: v.optional(v.literal(true))
});

const organisation = {
	number: v.pipe(v.number(), v.integer(), v.minValue(1)),
	name: v.strictObject({ kk: v.string(), ru: v.string(), literal: v.optional(v.string()) }),
	shortName: words,
	address: v.string(),
	phones: v.array(v.string()),
	phonesE164: v.array(v.pipe(v.string(), v.regex(/^\+7\d{10}$/))),
	source: v.string()
};

const bodyId = v.pipe(
	v.string(),
	v.regex(/^body-\d\d$/),
	v.transform((id) => id as OrgId)
);
const centerId = v.pipe(
	v.string(),
	v.regex(/^center-\d\d$/),
	v.transform((id) => id as OrgId)
);

const authorityId = v.pipe(
	v.string(),
	v.regex(/^authority-\d\d$/),
	v.transform((id) => id as OrgId)
);

const directorySchema = v.strictObject({
	source: v.string(),
	region: words,
	/** The department that the Centers and bodies are under. The resolution names none: an example. */
	authority: v.strictObject({
		id: authorityId,
		kind: v.literal('authority'),
		name: words,
		shortName: words,
		example: v.optional(v.literal(true))
	}),
	officeHours: v.strictObject({ body: hours, annex2: hours, center: hours }),
	slots: v.strictObject({
		collect: v.array(minutes),
		dispatch: v.array(minutes),
		example: v.optional(v.literal(true))
	}),
	bodies: v.array(
		v.strictObject({
			...organisation,
			id: bodyId,
			kind: v.literal('body'),
			place: words,
			email: v.string(),
			hours: v.literal('body'),
			centers: v.array(centerId)
		})
	),
	centers: v.array(
		v.strictObject({
			...organisation,
			id: centerId,
			kind: v.literal('center'),
			hours: v.literal('center'),
			/** The body of the Center's district, derived from the addresses; null: the regional branch has none. */
			body: v.nullable(bodyId),
			/** Why the body is missing or uncertain. */
			bodyNote: v.optional(words)
		})
	)
});

/** The 21 Centers and 15 authorized bodies of the resolution's annexes. */
export type Directory = v.InferOutput<typeof directorySchema>;
export type Center = Directory['centers'][number];
export type Body = Directory['bodies'][number];
export type Organisation = Center | Body;

/**
 * Parses the data of the directory.
 * @throws ValiError if the data are broken: a bug of the build
 */
export function parseDirectory(data: unknown): Directory {
	return v.parse(directorySchema, data);
}

/** What kind of org an id of the directory is; null where it has none. */
export function kindOfOrg(directory: Directory, id: string): OrgKind | null {
	return directory.authority.id === id ? 'authority' : (findOrganisation(directory, id)?.kind ?? null);
}

/** A Center's body, a body's Centers: the orgs of the same district. */
export const counterpartsOf = (directory: Directory, own: Organisation): Organisation[] =>
	own.kind === 'center'
		? directory.bodies.filter(({ id }) => id === own.body)
		: directory.centers.filter(({ id }) => own.centers.includes(id));

/** All orgs that there are, the authority first. */
export const everyOrg = ({ authority, centers, bodies }: Directory): OrgId[] =>
	[authority, ...centers, ...bodies].map(({ id }) => id);

/** An organisation by its id (`center-04`, `body-15`), undefined if the directory has none. */
export function findOrganisation(directory: Directory, id: string): Organisation | undefined {
	return [...directory.centers, ...directory.bodies].find((organisation) => organisation.id === id);
}

/**
 * The hours of an organisation; annex 2 gives longer ones to the bodies for its service (C12).
 * @param service the regulation's rule on hours (`regulation.officeHours`)
 */
export function officeHoursOf(
	directory: Directory,
	organisation: Organisation,
	service: 'body' | 'annex2' = 'body'
): OfficeHours {
	const { officeHours } = directory;
	if (organisation.kind === 'center') return officeHours.center;
	return service === 'annex2' ? officeHours.annex2 : officeHours.body;
}

/** Times of the rounds of a Center; example data, to be set by the Center. */
export function slotPlanOf(directory: Directory): SlotPlan {
	return directory.slots;
}
