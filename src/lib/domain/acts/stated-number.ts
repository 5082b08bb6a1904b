/**
 * What somebody may do under a stated number: who has a badge, has it not with them, and has no line. Nothing is proven then, so it is
 * what paper proves: accepting, moving papers, handing over, with what belongs to it. Kinds of commands, of whatever group.
 */
const UNDER_STATED_NUMBER = [
	'noteIncomplete',
	'collect',
	'dispatch',
	'arrive',
	'call',
	'handOut',
	'print',
	'spoilReceipt',
	'reprintReceipt',
	'reprintTalon'
] as const;

/** Whether an act may be recorded while nobody has proven who acts. Accepting is asked for apart, and may. */
export const mayUnderStatedNumber = ({ kind }: { kind: string }): boolean =>
	(UNDER_STATED_NUMBER as readonly string[]).includes(kind);
