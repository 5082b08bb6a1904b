import { type DecideContext } from '../application/context.ts';
import { allow, refuse, type Verdict } from '../application/refusal.ts';
import { type FactDraft } from '../fact/fact.ts';
import { presentPerson } from './people-acts.ts';
import { type RegistryCommandOf } from './registry-command.ts';
import { type RegistryGround } from './registry-ground.ts';
import { secondMistake } from './second-admin.ts';

const LONGEST_REASON = 200;

/**
 * A person gets a card, and with it a key of its own: whoever finds the card before has nothing that signs any more. Printing again is
 * another card, because the server does not keep what the QR says in a form that it could print.
 */
export function issueBadge(
	ground: RegistryGround,
	{ staff, badge, key, second }: RegistryCommandOf<'issueBadge'>,
	context: DecideContext
): Verdict<FactDraft[]> {
	const person = presentPerson(ground, staff, context);
	if ('ok' in person) return person;
	const { org } = person;
	const wrong = secondMistake(ground.registry, org, second, context);
	if (wrong) return wrong;
	const about = { subject: { kind: 'org', org }, details: null } as const;
	return allow([
		{ type: 'badgeIssued', ...about, body: { staff, badge, ...(second ? { second } : {}), tell: [org] } },
		{ type: 'personKeySet', ...about, body: { staff, key, tell: [org] } }
	]);
}

/** A card that was lost or is taken back. */
export function voidBadge(
	ground: RegistryGround,
	{ staff, reason }: RegistryCommandOf<'voidBadge'>,
	context: DecideContext
): Verdict<FactDraft[]> {
	const person = presentPerson(ground, staff, context);
	if ('ok' in person) return person;
	const { org, badge } = person;
	if (badge === null) return refuse('noBadge');
	const why = reason.trim().slice(0, LONGEST_REASON);
	const body = { staff, badge, ...(why ? { reason: why } : {}), tell: [org] };
	return allow([{ type: 'badgeVoided', subject: { kind: 'org', org }, body, details: null }]);
}
