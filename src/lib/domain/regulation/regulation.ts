import * as v from 'valibot';
import { type PlainDate, parsePlainDate } from '../time/plain-date.ts';
import { letterFieldSchema } from './letter-field.ts';
import { LIMIT_UNITS, STEP_FACTS, STEP_STARTS, UNIT_CODES } from './vocabulary.ts';

const text = (about: string) => v.pipe(v.string(), v.nonEmpty(), v.description(about));
const count = (about: string) => v.pipe(v.number(), v.integer(), v.minValue(1), v.description(about));
const flag = (about: string) => v.pipe(v.boolean(), v.description(about));
const source = text('Place in the resolution: annex and paragraph or table, in Kazakh as printed');
const date = (about: string) =>
	v.pipe(
		v.string(),
		v.check((value) => parsePlainDate(value) !== undefined, 'not a date'),
		v.transform((value) => value as PlainDate),
		v.description(about)
	);
const unit = v.pipe(v.picklist(UNIT_CODES), v.description('Code of the unit'));
const readingIds = v.pipe(
	v.array(v.pipe(v.string(), v.regex(/^C\d\d$/))),
	v.description('Ids of the readings of contradictions that were applied here')
);

const words = (about: string) =>
	v.pipe(
		v.strictObject({ kk: text('Kazakh, corrected where a reading says so'), ru: text('Russian') }),
		v.description(about)
	);

const printed = (about: string) =>
	v.pipe(
		v.strictObject({
			kk: text('Kazakh, corrected where a reading says so'),
			ru: text('Russian'),
			literal: v.optional(
				v.pipe(v.string(), v.description('As printed, where the corrected text differs; empty if missing'))
			)
		}),
		v.description(about)
	);

const example = v.optional(
	v.pipe(
		v.literal(true),
		v.description('An example, not the law: said on screen and paper; else the value has its source')
	)
);

const letter = (about: string) =>
	v.pipe(
		v.strictObject({
			kk: text('Kazakh text, a paragraph in each line'),
			ru: text('Russian text, a paragraph in each line'),
			example,
			source: v.optional(source)
		}),
		v.description(about)
	);

/**
 * No step of an office takes longer, in whatever unit. A due time is counted day by day, at each fold and on every device: without
 * a bound a slip of the hand would hold all of them up, or end in a year that is no date.
 */
const MOST_OF_LIMIT = 1000;

const limit = v.pipe(
	v.strictObject({
		amount: v.pipe(
			v.number(),
			v.integer(),
			v.minValue(1),
			v.maxValue(MOST_OF_LIMIT),
			v.description('How many of the unit')
		),
		unit: v.pipe(v.picklist(LIMIT_UNITS), v.description('Unit of the limit')),
		bound: v.optional(v.pipe(v.literal('notLessThan'), v.description('A rate per day that may be exceeded'))),
		literal: text('The limit as printed')
	}),
	v.description('The time that table 1 gives the action')
);

const action = v.strictObject({
	number: count('Number of the action in table 1'),
	unit,
	action: printed('What is done'),
	completion: printed('Form of completion: data, document, decision'),
	limit,
	next: v.pipe(v.nullable(v.number()), v.description('Number of the next action; null for the last')),
	readings: readingIds
});

const processAction = v.strictObject({
	number: count('Number of the action in the table'),
	unit,
	action: printed('What is done')
});

const processTable = (about: string) =>
	v.pipe(
		v.strictObject({ source, actions: v.pipe(v.array(processAction), v.description('Actions in order')) }),
		v.description(about)
	);

const routeRow = v.strictObject({
	fact: v.pipe(v.picklist(STEP_FACTS), v.description('Type of the fact that completes the step')),
	starts: v.pipe(v.picklist(STEP_STARTS), v.description('What starts the clock of the limit')),
	action: v.pipe(
		v.nullable(v.number()),
		v.description('Action of table 1; null for transport between organisations, which the resolution does not name')
	),
	unit: v.optional(v.pipe(v.picklist(UNIT_CODES), v.description('Unit of a step that has no action in table 1'))),
	alsoBy: v.pipe(v.array(v.picklist(UNIT_CODES)), v.description('Other units that may do the step, by the readings')),
	source: v.optional(
		v.pipe(v.string(), v.description('Place in the resolution of a step without an action in table 1'))
	),
	physical: flag('Paper moves: the step may be jumped and the jump is shown as a gap'),
	words: v.optional(
		v.pipe(
			v.strictObject({
				notice: words('On the main process'),
				refusal: words('On the alternative process')
			}),
			v.description('What is done, where the action of table 1 covers more than this step or has no words for it')
		)
	),
	readings: readingIds
});

const receipt = v.strictObject({
	document: printed('Which paper the applicant gets on applying'),
	fields: v.pipe(v.array(text('One field of the paper, as printed')), v.description('Content of the paper')),
	source
});

/** Columns of registers and codes of labels have room for two digits. */
export const LAST_SERVICE_NUMBER = 99;

/**
 * An id is part of URLs, file names and keys of counters, where `|` and `:` separate. `import` is the URL of a screen, and every
 * object has a `constructor`.
 */
const SERVICE_ID = /^(?!(?:import|constructor)$)[a-z][a-z0-9-]{1,59}$/;

export const regulationSchema = v.strictObject({
	id: v.pipe(v.string(), v.regex(SERVICE_ID), v.description('Stable id of the service, in English')),
	number: v.pipe(
		v.number(),
		v.integer(),
		v.minValue(1),
		v.maxValue(LAST_SERVICE_NUMBER),
		v.description('Number of the service: on screens, papers and labels; one service has one')
	),
	version: count('Version of these data: a change makes a new version, old applications keep theirs'),
	validFrom: date('First day on which the version may be chosen'),
	validTo: v.pipe(
		v.nullable(date('Last day')),
		v.description(
			'Last day on which it may be chosen; null: open. The repeal of the resolution is shown, not enforced (C40)'
		)
	),
	annex: count('Number of the annex'),
	source,
	name: v.pipe(
		v.strictObject({
			literal: text('As in the list of the resolution'),
			annexHeading: text('As in the heading of the annex'),
			kk: text('The list’s name with Cyrillic і and without quotation marks'),
			ru: text('Russian name'),
			ruMark: v.pipe(
				v.picklist(['cited', 'unverified']),
				v.description('cited: read in a public source; unverified: a translation of ours, to be checked')
			),
			ruSource: text('Where the Russian name comes from')
		}),
		v.description('Official name')
	),
	workingName: words('Short name for lists and buttons'),
	providedBy: v.pipe(
		v.strictObject({
			body: flag('By the authorized body'),
			centers: flag('Through Centers'),
			literal: text('Para 3 as printed'),
			source
		}),
		v.description('Para 3: who provides the service')
	),
	consumer: printed('Who may apply (para 1)'),
	officeHours: v.pipe(
		v.picklist(['body', 'annex2']),
		v.description('body: the hours of the organisation; annex2: annex 2 overrides them for its service (C12)')
	),
	resultPaper: words('The paper of the main process: notice, certificate or referral'),
	ledger: words('The ledger of results (есепке алу кітабы)'),
	units: v.pipe(
		v.array(v.strictObject({ code: unit, literal: text('Name as printed in para 15'), source })),
		v.description('Para 15: units involved')
	),
	stages: v.pipe(
		v.array(
			v.strictObject({
				number: count('Number after renumbering (C05)'),
				literalNumber: count('Number as printed'),
				actors: v.pipe(v.array(v.picklist(['consumer', 'center', ...UNIT_CODES])), v.description('Who acts')),
				literal: text('As printed'),
				source
			})
		),
		v.description('Para 11: stages of the service')
	),
	table1: v.pipe(
		v.strictObject({ source, actions: v.pipe(v.array(action), v.description('Actions in order')) }),
		v.description('Table 1: actions of the units')
	),
	table2: processTable('Table 2: the main process'),
	table3: processTable('Table 3: the alternative process'),
	routes: v.pipe(
		v.strictObject({
			center: v.pipe(v.nullable(v.array(routeRow)), v.description('Through a Center; null: not open')),
			body: v.pipe(v.array(routeRow), v.description('Straight to the body'))
		}),
		v.description('How the tables map to facts')
	),
	receipt: v.pipe(
		v.strictObject({
			body: v.pipe(receipt, v.description('Talon of the body')),
			center: v.pipe(v.nullable(receipt), v.description('Receipt of the Center; null: not through Centers'))
		}),
		v.description('Para 13: what the applicant gets on applying')
	),
	minimalStaff: v.pipe(
		v.strictObject({ value: count('Persons'), source }),
		v.description('Para 12: least number of persons who accept documents')
	),
	totalTerm: v.optional(
		v.pipe(
			v.strictObject({ limit, source: text('Where the term comes from, as it must be cited on paper') }),
			v.description('Total term (para 9 refers to the Standard, para 7); absent: no planned date is printed')
		)
	),
	requiredDocuments: v.pipe(
		v.array(
			v.strictObject({
				kk: text('Kazakh name'),
				ru: text('Russian name'),
				defaultForm: v.pipe(v.picklist(['original', 'copy']), v.description('Form that is offered first')),
				example,
				source: v.optional(source)
			})
		),
		v.description('Editable suggestions (para 14 refers to the Standard, para 11)')
	),
	refusalGrounds: v.pipe(
		v.array(
			v.strictObject({
				kk: text('Kazakh wording'),
				ru: text('Russian wording'),
				example,
				source: v.optional(source)
			})
		),
		v.description('Editable list (para 10 refers to the Standard, para 16)')
	),
	letters: v.optional(
		v.pipe(
			v.strictObject({
				notice: letter('The paper of the main process: notice, certificate or referral'),
				refusal: letter('The reasoned refusal, before its grounds'),
				appeal: letter('How to appeal, after the grounds of a refusal')
			}),
			v.description(
				'Editable templates of letters, with fields in braces; absent in older versions: the examples of the program'
			)
		)
	),
	letterFields: v.optional(
		v.pipe(v.array(letterFieldSchema), v.description('Values that the executor types into the letters; absent: none'))
	),
	readings: readingIds
});

/** One version of the regulation of one service, as data: those of resolution № 370 of 14.12.2012, and those that administrators import. */
export type Regulation = v.InferOutput<typeof regulationSchema>;
export type RegulationAction = Regulation['table1']['actions'][number];
export type RouteRow = v.InferOutput<typeof routeRow>;
export type RequiredDocument = Regulation['requiredDocuments'][number];
export type RefusalGround = Regulation['refusalGrounds'][number];
/** Templates of letters: for both outcomes of a decision, and for the sentence on appeal. */
export type LetterTemplates = NonNullable<Regulation['letters']>;
export type LetterName = keyof LetterTemplates;
export type LetterTemplate = LetterTemplates[LetterName];

/**
 * Parses the data of a regulation.
 * @throws ValiError if a field is missing, unknown or of a wrong form: broken data are a bug of the build
 */
export function parseRegulation(data: unknown): Regulation {
	return v.parse(regulationSchema, data);
}
