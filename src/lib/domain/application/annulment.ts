import { type FactType } from '../fact/fact';
import { type Role } from '../fact/ids';

type Rule = {
	/** Who may annul a fact of this type. */
	by: readonly Role[];
	/** The later facts of the same application that close the door. */
	until: readonly FactType[];
};

/**
 * Who may annul what, until when. A type that is not here is never annulled: an annulment itself, a hand-out, a print. The seed
 * knows no annulment; the table is our reading (A7), strict towards the later hand: whoever has gone on relying on a fact keeps it.
 */
const RULES: Partial<Record<FactType, Rule>> = {
	accepted: {
		by: ['centerInspector', 'centerHead', 'chancery'],
		until: ['dispatched', 'arrived', 'registered', 'assigned']
	},
	amended: { by: ['centerInspector', 'centerHead', 'chancery'], until: ['dispatched', 'registered'] },
	withdrawn: { by: ['centerInspector', 'centerHead', 'chancery'], until: ['documentsReturned'] },
	documentsReturned: { by: ['centerInspector', 'centerHead', 'chancery'], until: [] },
	collected: { by: ['accumulationInspector', 'centerHead'], until: ['dispatched', 'arrived', 'registered'] },
	dispatched: { by: ['accumulationInspector', 'centerHead'], until: ['arrived', 'registered'] },
	arrived: { by: ['chancery', 'head'], until: ['registered'] },
	registered: { by: ['chancery', 'head'], until: ['assigned'] },
	assigned: { by: ['head'], until: ['drafted'] },
	drafted: { by: ['executor', 'chancery', 'head'], until: ['signed'] },
	signed: { by: ['head', 'chancery'], until: ['recorded'] },
	recorded: { by: ['chancery', 'executor', 'head'], until: ['returned', 'resultsArrived'] },
	returned: { by: ['chancery', 'head'], until: ['resultsArrived'] },
	resultsArrived: { by: ['accumulationInspector', 'centerHead'], until: [] },
	lost: { by: ['centerHead', 'head', 'accumulationInspector', 'chancery'], until: [] }
};

export const mayEverBeAnnulled = (type: FactType): boolean => type in RULES;

export const annulmentRuleOf = (type: FactType): Rule | undefined => RULES[type];
