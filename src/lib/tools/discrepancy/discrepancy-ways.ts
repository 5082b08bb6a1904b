import { type Application } from '#lib/domain/application/application.ts';
import { type DecideContext } from '#lib/domain/application/context.ts';
import { decide } from '#lib/domain/application/decide.ts';
import { type FactId, type OrgId } from '#lib/domain/fact/ids.ts';
import { type Discrepancy } from './discrepancies.svelte.ts';
import { type ActionId } from '#lib/tools/application-actions/story-actions.ts';

/** How a discrepancy can be settled by this person now. */
type SettlementWays = {
	/** In words, as a fact. */
	explain: boolean;
	/** Of what the server flagged: that it counts, or does not. */
	confirm: boolean;
	leaveOut: boolean;
	/** By an act on the application: found, sent on to the right body, given a number of its own. */
	acts: ActionId[];
	/** Records of it that may be taken out of count. */
	annul: FactId[];
};

/** Asks the rules for each way; what they refuse is not offered. */
export function settlementWays(
	{ application, anomaly }: Pick<Discrepancy, 'application' | 'anomaly'>,
	context: DecideContext
): SettlementWays {
	const { kind, facts } = anomaly;
	const settle = { kind: 'settle', anomaly: kind, facts, way: 'explained', text: '?' } as const;
	const mayFlag = (counts: boolean): boolean =>
		anomaly.flag !== null &&
		decide(application, { kind: 'settleFlag', fact: facts[0]!, counts, text: '?' }, context).ok;
	return {
		explain: decide(application, settle, context).ok,
		confirm: mayFlag(true),
		leaveOut: mayFlag(false),
		acts: actsOn(application, anomaly, context),
		annul: facts.filter(
			(fact) => decide(application, { kind: 'annul', fact, reason: 'duplicate', text: '' }, context).ok
		)
	};
}

function actsOn(application: Application, { kind, facts }: Discrepancy['anomaly'], context: DecideContext): ActionId[] {
	const acts: ActionId[] = [];
	if (kind === 'missing')
		for (const paper of ['packet', 'result'] as const) {
			const holder = application[paper]?.holder;
			const isIt = holder?.kind === 'unknown' && holder.since !== null && facts.includes(holder.since);
			if (isIt && decide(application, { kind: 'find', paper, text: '' }, context).ok)
				acts.push(paper === 'packet' ? 'findPacket' : 'findResult');
		}
	if (kind === 'collision' && decide(application, { kind: 'renumber', to: '', text: '' }, context).ok)
		acts.push('renumber');
	if (kind === 'wrongBody') {
		if (decide(application, { kind: 'redirect', toBody: '?' as OrgId, text: '?' }, context).ok) acts.push('redirect');
	}
	return acts;
}
