import { type DecideContext } from '../application/context.ts';
import { type Verdict } from '../application/refusal.ts';
import { type FactDraft } from '../fact/fact.ts';
import {
	arrive,
	type CheckedList,
	collect,
	type CollectList,
	dispatch,
	type DispatchList,
	type Known,
	type ReturnList,
	sendBackToCenter
} from './list-acts.ts';

type Unnumbered<List> = Omit<List, 'number'>;

/** One act on a whole list; the transaction that records it gives the number. */
export type ListCommand =
	| ({ kind: 'collect' } & Unnumbered<CollectList>)
	| ({ kind: 'dispatch' } & Unnumbered<DispatchList>)
	| ({ kind: 'sendBackToCenter' } & Unnumbered<ReturnList>)
	| ({ kind: 'arrive'; fact: 'arrived' | 'resultsArrived' } & Unnumbered<CheckedList>);

/** The papers on the list: an act is checked against their applications. */
export const papersOn = (command: ListCommand): string[] =>
	command.kind === 'arrive' ? command.rows.map(({ paper }) => paper) : command.papers;

/** What is allowed *now* on a list: the one fact to record, under this number, or a refusal that says why. */
export function decideList(
	command: ListCommand,
	number: string,
	known: Known,
	context: DecideContext
): Verdict<FactDraft[]> {
	switch (command.kind) {
		case 'collect':
			return collect({ ...command, number }, known, context);
		case 'dispatch':
			return dispatch({ ...command, number }, known, context);
		case 'sendBackToCenter':
			return sendBackToCenter({ ...command, number }, known, context);
		case 'arrive':
			return arrive(command.fact, { ...command, number }, known, context);
	}
}
