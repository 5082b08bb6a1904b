import { describe, expect, it } from 'vitest';
import { ADMIN, anOffice, CENTER, FIRST_DAY, HOUR, OF_AUTHORITY, STAFF } from '#tests/support/an-office.ts';
import { type OrgId } from '../fact/ids.ts';
import { foldRegistry, keyAt } from './registry.ts';

const OTHER = 'center-05' as OrgId;
const card = (letter: string) => ({ badge: letter.repeat(32), key: `key-${letter}-`.padEnd(120, letter) });
const issue = (letter: string) => ({ kind: 'issueBadge', staff: STAFF, ...card(letter) }) as const;
const voiding = { kind: 'voidBadge', staff: STAFF, reason: ' Жоғалтты ' } as const;
const at = (hours: number) => FIRST_DAY + hours * HOUR;

describe('badges', () => {
	it('I100 a person has one valid badge with one key: a new badge ends the one before, and its key', () => {
		const office = anOffice();
		office.does(issue('a'), at(1));
		office.does(issue('b'), at(2));
		const person = office.registry.people.get(STAFF)!;
		expect(person.badge).toBe(card('b').badge);
		expect(keyAt(person, at(0))).toBeUndefined();
		expect(keyAt(person, at(1))).toBe(card('a').key);
		expect(keyAt(person, at(2))).toBe(card('b').key);
		expect(foldRegistry([...office.facts, ...office.facts].reverse())).toEqual(office.registry);
	});

	it('I101 a badge is voided with or without a reason, once; what its key signed before stays proven', () => {
		const office = anOffice();
		expect(office.asks(voiding)).toBe('noBadge');
		office.does(issue('a'), at(1));
		office.does(voiding, at(2));
		const person = office.registry.people.get(STAFF)!;
		expect([person.badge, keyAt(person, at(2))]).toEqual([null, undefined]);
		expect(keyAt(person, at(2) - 1)).toBe(card('a').key);
		expect(office.asks(voiding, at(3))).toBe('noBadge');
		expect(office.facts.findLast(({ type }) => type === 'badgeVoided')?.body).toMatchObject({ reason: 'Жоғалтты' });
	});

	it('I101 a late word about an earlier badge does not end the one that is valid', () => {
		const office = anOffice();
		office.does(issue('a'), at(1));
		office.does(issue('b'), at(2));
		const body = { staff: STAFF, badge: card('a').badge, tell: [CENTER] };
		office.write([{ type: 'badgeVoided', subject: { kind: 'org', org: CENTER }, body, details: null }], at(3));
		expect(office.registry.people.get(STAFF)?.badge).toBe(card('b').badge);
	});

	it('I102 whoever leaves, or goes to another org, leaves badge and key behind', () => {
		const left = anOffice();
		left.does(issue('a'), at(1));
		left.does({ kind: 'leave', staff: STAFF }, at(2));
		expect(left.registry.people.get(STAFF)).toMatchObject({ badge: null, keys: [{ to: at(2) }] });
		expect([left.asks(issue('b')), left.asks(voiding)]).toEqual(['personLeft', 'personLeft']);
		const back = { kind: 'placePerson', staff: STAFF, org: CENTER, roles: ['centerHead'], window: null } as const;
		left.does(back, at(3));
		expect(left.registry.people.get(STAFF)?.badge).toBeNull();

		const moved = anOffice();
		moved.does({ kind: 'openOrg', org: OTHER }, FIRST_DAY, OF_AUTHORITY);
		moved.does(issue('a'), at(1));
		moved.does({ ...back, org: OTHER }, at(2), OF_AUTHORITY);
		expect(moved.registry.people.get(STAFF)).toMatchObject({ badge: null, keys: [{ to: at(2) }] });
	});

	it('I102 a correction of the name or the window keeps the badge', () => {
		const office = anOffice();
		office.does(issue('a'), at(1));
		const name = { surname: 'Ахметова', given: 'Айгүл', patronymic: '' };
		office.does({ kind: 'correctPerson', staff: STAFF, number: '101', name, window: '1' }, at(2));
		expect(office.registry.people.get(STAFF)).toMatchObject({ badge: card('a').badge, keys: [{ to: null }] });
	});

	it('I100 only administrators of the org, or the authority, give badges, also to themselves', () => {
		const office = anOffice();
		const inspector = { actor: STAFF, role: 'centerInspector', org: CENTER } as const;
		expect(office.asks(issue('a'), at(1), inspector)).toBe('noRight');
		expect(office.asks(issue('a'), at(1), { actor: ADMIN, role: 'admin', org: OTHER })).toBe('notYourOrg');
		expect(office.asks({ ...issue('a'), staff: ADMIN }, at(1))).toBe('ok');
		expect(office.asks(issue('b'), at(1), OF_AUTHORITY)).toBe('ok');
	});
});
