import * as v from 'valibot';
import { bounded, DaySchema, MinutesSchema, MOST_ROWS, ShortTextSchema } from './bounds.ts';
import { FactIdSchema, OrgIdSchema } from './ids.ts';
import { NumberSchema } from './application-facts.ts';

/** A packet or a result on a list. `on` names the hand-over it follows, where the device knew one. */
const Row = v.object({ paper: NumberSchema, on: v.optional(FactIdSchema) });

/** The result of checking a row against the cart. `carried`: to be searched for the next day. */
const CheckedRow = v.object({
	...Row.entries,
	state: v.picklist(['received', 'missing', 'extra', 'damaged', 'carried'])
});

const Slot = v.object({ date: DaySchema, minutes: MinutesSchema });
const Courier = v.object({ courier: v.pipe(v.string(), v.maxLength(200)) });
/** Who sent the register hears what was found of it, also where an application has gone to another body meanwhile. */
const Sender = { tell: v.optional(bounded(OrgIdSchema)) };
const Remarks = v.object({ remarks: v.record(v.string(), v.pipe(v.string(), v.maxLength(1000))) });

/**
 * Facts on a register (тізілім): **one fact for a whole batch**, so that a list can never be half dispatched.
 * Applications fold from the rows.
 */
export const registerFacts = {
	/** Table 1, action 2: packets taken from a window. No rows: an empty round. */
	collected: {
		body: v.object({ rows: bounded(Row, MOST_ROWS), window: ShortTextSchema, slot: v.optional(Slot) }),
		personal: null
	},
	/** Table 1, action 3 and para 11, 2): the fact of dispatch, fixed with the scanner. */
	dispatched: {
		body: v.object({
			rows: bounded(Row, MOST_ROWS),
			toBody: OrgIdSchema,
			slot: v.optional(Slot),
			seal: v.optional(ShortTextSchema)
		}),
		personal: Courier
	},
	/** The body checks a dispatched register; `register` null: its paper is lost or torn. */
	arrived: {
		body: v.object({ rows: bounded(CheckedRow, MOST_ROWS), register: v.nullable(NumberSchema), ...Sender }),
		personal: v.nullable(Remarks)
	},
	/** Results leave the body for a Center. */
	returned: { body: v.object({ rows: bounded(Row, MOST_ROWS), toCenter: OrgIdSchema }), personal: Courier },
	/** Para 11, 8): results that came back are marked with the scanner. */
	resultsArrived: {
		body: v.object({ rows: bounded(CheckedRow, MOST_ROWS), register: v.nullable(NumberSchema), ...Sender }),
		personal: v.nullable(Remarks)
	}
} as const;

export type RegisterRow = v.InferOutput<typeof Row>;
export type CheckedRegisterRow = v.InferOutput<typeof CheckedRow>;
