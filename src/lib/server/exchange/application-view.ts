import { type Custody } from '#lib/domain/application/application.ts';
import { sha256Hex } from '#lib/domain/fact/hash.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { type ApplicationNumber, resultNumberOf } from '#lib/domain/number/paper-number.ts';
import { type Law } from '#lib/domain/regulation/law.ts';
import { applicationOf, dueOfNextStep } from '#lib/law/law.ts';
import { type ApplicationView } from '#lib/protocol/exchange-messages.ts';
import { exchangeFact } from './exchange-fact.ts';
import { packetCheck } from './packet-check.ts';

/** Names a story: another one where there is one fact more. */
export const versionOf = (story: readonly StoredFact[]): string =>
	sha256Hex(
		story
			.map(({ id }) => id)
			.sort()
			.join(' ')
	).slice(0, 32);

/** An application as its desk shows it, folded from what the org has of it. */
export function applicationView(number: string, story: readonly StoredFact[], law: Law): ApplicationView {
	const application = applicationOf(number, story, law);
	const { state, renumberedTo, acceptance, body, steps, position, documents, assignment, decision } = application;
	const isOpen = state === 'open' || state === 'numberOnly';
	const here = isOpen ? steps[position] : undefined;
	const { lines, marks } = packetCheck(application, law);
	return {
		number,
		version: versionOf(story),
		state,
		renumberedTo,
		regulation: acceptance?.body.regulation ?? null,
		acceptedAt: acceptance?.at ?? null,
		center: acceptance?.body.center ?? null,
		body,
		next: here?.step.fact ?? null,
		units: here ? [here.step.unit, ...here.step.alsoBy] : [],
		due: isOpen ? dueOfNextStep(application, law) : null,
		applicant: acceptance?.applicant ?? null,
		documents: documents.map(({ name, form, sheets }) => ({ name, form, sheets })),
		checklist: lines.map(({ key, required }) => ({ name: key, required, mark: marks[key] ?? null })),
		assignment: assignment && { executor: assignment.executor, by: assignment.by, remark: assignment.remark },
		decision: decision && {
			kind: decision.kind,
			draft: decision.draft,
			draftedBy: decision.draftedBy,
			signedBy: decision.signedBy,
			recordedAt: decision.recordedAt,
			ledgerNumber: decision.ledgerNumber
		},
		packet: holderOf(application.packet),
		result: application.result && {
			number: resultNumberOf(number as ApplicationNumber),
			...holderOf(application.result)
		},
		facts: story.map(exchangeFact)
	};
}

/** Who has a paper, with what there is to say of them. */
function holderOf({ holder, since }: Custody): ApplicationView['packet'] {
	const { kind } = holder;
	return {
		kind,
		...('org' in holder ? { org: holder.org } : {}),
		...('staff' in holder ? { staff: holder.staff } : {}),
		...('register' in holder && holder.register ? { register: holder.register } : {}),
		...('window' in holder ? { window: holder.window } : {}),
		since
	};
}
