import { type Application } from '#lib/domain/application/application.ts';
import { type Command } from '#lib/domain/application/decide.ts';
import { gapsOf } from '#lib/domain/examination/gaps.ts';
import { type ListCommand } from '#lib/domain/register/decide-list.ts';
import { type Law } from '#lib/domain/regulation/law.ts';
import { type ApplicationAct, type ListAct } from '#lib/protocol/exchange-acts.ts';
import { packetCheck } from './packet-check.ts';

/** An act of a client as the command of the desk that does the same. */
export function commandOf({ application: _, ...act }: ApplicationAct, application: Application, law: Law): Command {
	return act.kind === 'draft' ? { ...act, gaps: gapsLeft(act, application, law) } : act;
}

/** What the recorded check of the packet leaves open is found here: whoever asks must not be able to leave it out. */
function gapsLeft(
	{ letter, decision }: Pick<Extract<ApplicationAct, { kind: 'draft' }>, 'letter' | 'decision'>,
	application: Application,
	law: Law
) {
	const { lines, marks } = packetCheck(application, law);
	return gapsOf(lines, marks, { ...letter, decision });
}

export const listCommandOf = (act: ListAct): ListCommand => (act.kind === 'arrive' ? { ...act, fact: 'arrived' } : act);

/** The papers that an act concerns, by their numbers. */
export function papersOfAct(act: ApplicationAct | ListAct): string[] {
	if ('application' in act) return [act.application];
	return act.kind === 'arrive' ? act.rows.map(({ paper }) => paper) : act.papers;
}
