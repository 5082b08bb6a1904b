import { createPrivateKey, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { anOffice, CENTER, FIRST_DAY, HOUR, STAFF } from '#tests/support/an-office.ts';
import { type FactOf } from '#lib/domain/fact/fact.ts';
import { type FactId, type JournalId } from '#lib/domain/fact/ids.ts';
import { foldRegistry } from '#lib/domain/registry/registry.ts';
import { sessionText } from '#lib/domain/registry/session-text.ts';
import { makeBadge, type MadeBadge } from '../people/badges.ts';
import { isSessionProven } from './prove-session.ts';

const DEVICE = 'journal-7' as JournalId;

/** As a browser signs it. */
function anUnlock(
	{ privateKey }: MadeBadge,
	at: number,
	known = { journal: 'server-journal' as JournalId, seq: 3 }
): FactOf<'unlocked'> {
	const id = 'session-1' as FactId;
	const text = sessionText({ device: DEVICE, known, session: id, person: STAFF, at });
	const key = createPrivateKey({ key: Buffer.from(privateKey, 'base64'), format: 'der', type: 'pkcs8' });
	const signature = sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url');
	return { id, actor: STAFF, at, body: { device: DEVICE, known, signature } } as FactOf<'unlocked'>;
}

describe('the proof of a session', () => {
	it('I112 holds for the key that the person had then, and for nothing that was changed', async () => {
		const office = anOffice();
		const [made, other] = [await makeBadge(), await makeBadge()];
		const { badge, key } = made;
		office.does({ kind: 'issueBadge', staff: STAFF, badge, key }, FIRST_DAY);
		const fact = anUnlock(made, FIRST_DAY + HOUR);
		expect(isSessionProven(fact, office.registry)).toBe(true);
		const { body } = fact;
		for (const changed of [
			{ id: 'another' as FactId },
			{ at: fact.at + 1 },
			{ body: { ...body, device: 'another' as JournalId } },
			{ body: { ...body, known: { ...body.known!, seq: 4 } } },
			{ body: { ...body, signature: 'a'.repeat(86) } }
		])
			expect(isSessionProven({ ...fact, ...changed }, office.registry)).toBe(false);
		expect(isSessionProven(anUnlock(other, FIRST_DAY + HOUR), office.registry)).toBe(false);
		expect(isSessionProven(fact, anOffice().registry)).toBe(false);
	});

	it('I112 ends with the badge, also for a device whose clock is behind the beginning of the key', async () => {
		const office = anOffice();
		const made = await makeBadge();
		const { badge, key } = made;
		office.does({ kind: 'issueBadge', staff: STAFF, badge, key }, FIRST_DAY);
		office.does({ kind: 'voidBadge', staff: STAFF, reason: '' }, FIRST_DAY + 2 * HOUR);
		expect(isSessionProven(anUnlock(made, FIRST_DAY + HOUR), office.registry)).toBe(true);
		expect(isSessionProven(anUnlock(made, FIRST_DAY - HOUR), office.registry)).toBe(true);
		expect(isSessionProven(anUnlock(made, FIRST_DAY + 2 * HOUR), office.registry)).toBe(false);
		expect(office.registry.people.get(STAFF)?.org).toBe(CENTER);
	});

	it('S247 a key whose end the device knew opens nothing, however far back its clock is set', async () => {
		const office = anOffice();
		const made = await makeBadge();
		const { badge, key } = made;
		office.does({ kind: 'issueBadge', staff: STAFF, badge, key }, FIRST_DAY);
		office.does({ kind: 'voidBadge', staff: STAFF, reason: '' }, FIRST_DAY + 2 * HOUR);
		const { seq } = office.stored.at(-1)!;
		const opens = (known: number, journal = office.journal) =>
			isSessionProven(anUnlock(made, FIRST_DAY + HOUR, { journal, seq: known }), office.registry);
		expect([opens(seq - 1), opens(seq), opens(seq + 5)]).toEqual([true, false, false]);
		expect(opens(seq, 'never-heard-of' as JournalId)).toBe(true);
	});

	it('S247 a later journal of the server was read after all of an earlier one', async () => {
		const office = anOffice();
		const made = await makeBadge();
		const { badge, key } = made;
		office.does({ kind: 'issueBadge', staff: STAFF, badge, key }, FIRST_DAY);
		office.does({ kind: 'voidBadge', staff: STAFF, reason: '' }, FIRST_DAY + 2 * HOUR);
		const later = { ...office.facts[0]!, journal: 'next-journal' as JournalId, seq: 1, at: FIRST_DAY + 3 * HOUR };
		const registry = foldRegistry([...office.facts, { ...later, id: 'later' as FactId }]);
		const fact = anUnlock(made, FIRST_DAY + HOUR, { journal: later.journal, seq: 1 });
		expect([isSessionProven(fact, office.registry), isSessionProven(fact, registry)]).toEqual([true, false]);
	});

	it('I112 a key of another kind in the registry proves nothing and stops nobody', async () => {
		const office = anOffice();
		const badge = 'c'.repeat(32);
		office.does({ kind: 'issueBadge', staff: STAFF, badge, key: 'A'.repeat(120) }, FIRST_DAY);
		expect(isSessionProven(anUnlock(await makeBadge(), FIRST_DAY + HOUR), office.registry)).toBe(false);
	});
});
