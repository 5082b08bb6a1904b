import { describe, expect, it } from 'vitest';
import { ADMIN, anOffice, AUTHORITY, CENTER, FIRST_DAY, HOUR, OF_AUTHORITY, STAFF } from '#tests/support/an-office.ts';
import { type JournalId, type OrgId, type Role, RoleSchema, type StaffId } from '../fact/ids.ts';
import { rolesHeld } from './registry.ts';
import { type RegistryCommand, type RegistryCommandOf } from './registry-command.ts';

const OTHER = 'center-05' as OrgId;
const NAME = { surname: 'Юсупов', given: 'Рустам', patronymic: 'Әнуарұлы' };
const WEEK = { open: 540, close: 1080, lunch: null, weekdays: [1, 2, 3, 4, 5] } as const;
const TODAY = '2026-11-23';

const entering = (more: Partial<RegistryCommandOf<'enterPerson'>> = {}): RegistryCommand => ({
	kind: 'enterPerson',
	org: CENTER,
	number: '102',
	name: NAME,
	roles: ['centerInspector'],
	window: '1',
	...more
});
const hours = (more: Partial<RegistryCommandOf<'setHours'>> = {}): RegistryCommand => ({
	kind: 'setHours',
	org: CENTER,
	from: TODAY,
	hours: WEEK,
	...more
});
const rounds = (collect: number[], dispatch: number[], from = TODAY): RegistryCommand => ({
	kind: 'setRounds',
	org: CENTER,
	from,
	collect,
	dispatch
});

describe('acts on people', () => {
	it('I10 a person is entered with a number that nobody has or had, a name and a role of the org', () => {
		const office = anOffice();
		expect(office.asks(entering())).toBe('ok');
		const person = [...office.registry.people.values()].find(({ number }) => number === '102')!;
		expect([person.name?.surname, person.window, rolesHeld(person)]).toEqual(['Юсупов', '1', ['centerInspector']]);
		for (const [wrong, code] of [
			[entering({ number: '101' }), 'staffNumberTaken'],
			[entering({ number: ' 102 ' }), 'staffNumberTaken'],
			[entering({ number: '1o3' }), 'staffNumberWrong'],
			[entering({ number: '' }), 'staffNumberWrong'],
			[entering({ number: '103', name: { ...NAME, given: ' ' } }), 'nameMissing'],
			[entering({ number: '103', name: { ...NAME, given: 'а'.repeat(101) } }), 'nameTooLong'],
			[entering({ number: '103', roles: [] }), 'roleMissing'],
			[entering({ number: '103', roles: ['executor'] }), 'roleNotHere'],
			[entering({ number: '103', roles: ['authorityAdmin'] }), 'roleNotHere'],
			[entering({ number: '103', window: '9' }), 'windowUnknown'],
			[entering({ number: '103', org: OTHER }), 'notYourOrg']
		] as const)
			expect([code, office.asks(wrong)]).toEqual([code, code]);
	});

	it('I10 the number of whoever left stays theirs', () => {
		const office = anOffice();
		office.does({ kind: 'leave', staff: STAFF });
		expect(office.asks(entering({ number: '101' }))).toBe('staffNumberTaken');
	});

	it('I11 a name is stored composed and without spare blanks; the same once more is no change', () => {
		const office = anOffice();
		const command = { kind: 'correctPerson', staff: STAFF, number: '101', window: null } as const;
		office.does({ ...command, name: { surname: '  Аба\u0438\u0306  ', given: 'Айгүл  А', patronymic: '' } });
		expect(office.registry.people.get(STAFF)?.name).toEqual({ surname: 'Абай', given: 'Айгүл А' });
		expect(office.asks({ ...command, name: { surname: 'Абай', given: 'Айгүл А', patronymic: ' ' } })).toBe('unchanged');
	});

	it('I12 roles are given and ended one by one, the last one not', () => {
		const office = anOffice();
		expect(office.asks({ kind: 'giveRole', staff: STAFF, role: 'centerInspector' })).toBe('roleHeld');
		expect(office.asks({ kind: 'endRole', staff: STAFF, role: 'centerHead' })).toBe('roleNotHeld');
		expect(office.asks({ kind: 'endRole', staff: STAFF, role: 'centerInspector' })).toBe('lastRole');
		expect(office.asks({ kind: 'giveRole', staff: STAFF, role: 'centerHead' })).toBe('ok');
		expect(office.asks({ kind: 'endRole', staff: STAFF, role: 'centerInspector' })).toBe('ok');
	});

	it('I13 the last administrator of an org neither leaves nor loses the role nor is moved away', () => {
		const office = anOffice();
		office.does({ kind: 'giveRole', staff: ADMIN, role: 'centerHead' });
		expect(office.asks({ kind: 'leave', staff: ADMIN })).toBe('lastAdmin');
		expect(office.asks({ kind: 'endRole', staff: ADMIN, role: 'admin' })).toBe('lastAdmin');
		office.does({ kind: 'giveRole', staff: STAFF, role: 'admin' });
		expect(office.asks({ kind: 'endRole', staff: ADMIN, role: 'admin' })).toBe('ok');
		expect(office.asks({ kind: 'leave', staff: STAFF })).toBe('lastAdmin');
	});

	it('I14 whoever left is not changed until they are back, and nobody is unknown', () => {
		const office = anOffice();
		office.does({ kind: 'leave', staff: STAFF });
		expect(office.asks({ kind: 'giveRole', staff: STAFF, role: 'centerHead' })).toBe('personLeft');
		expect(office.asks({ kind: 'leave', staff: STAFF })).toBe('personLeft');
		expect(office.asks({ kind: 'leave', staff: 'nobody' as StaffId })).toBe('personUnknown');
		const back = { kind: 'placePerson', staff: STAFF, org: CENTER, roles: ['centerInspector'], window: '1' } as const;
		expect(office.asks(back)).toBe('ok');
		expect(office.asks(back)).toBe('unchanged');
	});

	it('I15 only the authority takes a person to another org, and opens orgs', () => {
		const office = anOffice();
		const move = { kind: 'placePerson', staff: STAFF, org: OTHER, roles: ['centerHead'], window: null } as const;
		expect(office.asks({ kind: 'openOrg', org: OTHER })).toBe('noRight');
		expect(office.asks(move, FIRST_DAY, OF_AUTHORITY)).toBe('orgUnknown');
		expect(office.asks({ kind: 'openOrg', org: OTHER }, FIRST_DAY, OF_AUTHORITY)).toBe('ok');
		expect(office.asks({ kind: 'openOrg', org: OTHER }, FIRST_DAY, OF_AUTHORITY)).toBe('orgKnown');
		expect(office.asks({ kind: 'openOrg', org: 'center-99' as OrgId }, FIRST_DAY, OF_AUTHORITY)).toBe('orgUnknown');
		expect(office.asks(move)).toBe('notYourOrg');
		expect(office.asks(move, FIRST_DAY + HOUR, OF_AUTHORITY)).toBe('ok');
		const moved = office.registry.people.get(STAFF)!;
		expect([moved.org, rolesHeld(moved)]).toEqual([OTHER, ['centerHead']]);
		const told = office.facts.findLast(({ type }) => type === 'personEntered')!;
		expect((told.body as { tell: OrgId[] }).tell).toEqual([OTHER, CENTER]);
	});

	it('I16 nobody but administrators changes the registry', () => {
		const others = RoleSchema.options.filter((role: Role) => role !== 'admin' && role !== 'authorityAdmin');
		for (const role of others) {
			const by = { actor: STAFF, role, org: CENTER };
			expect([role, anOffice().asks(entering(), FIRST_DAY, by)]).toEqual([role, 'noRight']);
		}
		expect(anOffice().asks(entering({ org: CENTER }), FIRST_DAY, { actor: ADMIN, role: 'admin', org: OTHER })).toBe(
			'notYourOrg'
		);
	});
});

describe('acts on offices', () => {
	it('I20 a window has a name of its own and is not closed while somebody sits there', () => {
		const office = anOffice();
		const window = (name: string, closed = false) =>
			office.asks({ kind: 'setWindow', org: CENTER, window: name, closed });
		expect(window('1')).toBe('windowKnown');
		expect(window('')).toBe('windowWrong');
		expect(window('№ 2')).toBe('windowWrong');
		expect(window(' 2 ')).toBe('ok');
		expect(window('3', true)).toBe('windowUnknown');
		office.does(entering({ window: '2' }));
		expect(window('2', true)).toBe('windowInUse');
		expect(window('1', true)).toBe('ok');
	});

	it('I21 hours are in order, from today on, and told to whoever computes the same due times', () => {
		const office = anOffice();
		for (const [wrong, code] of [
			[hours({ hours: { ...WEEK, open: 1080, close: 540 } }), 'hoursWrong'],
			[hours({ hours: { ...WEEK, close: 1500 } }), 'hoursWrong'],
			[hours({ hours: { ...WEEK, open: 540.5 } }), 'hoursWrong'],
			[hours({ hours: { ...WEEK, lunch: { from: 500, to: 600 } } }), 'hoursWrong'],
			[hours({ hours: { ...WEEK, short: [{ weekday: 5, open: 600, close: 600, lunch: null }] } }), 'hoursWrong'],
			[hours({ hours: { ...WEEK, weekdays: [] } }), 'weekdaysMissing'],
			[hours({ from: '2026-11-22' }), 'dayPast'],
			[hours({ from: '2026-02-30' }), 'dateMissing'],
			[hours({ from: '' }), 'dateMissing']
		] as const)
			expect([code, office.asks(wrong)]).toEqual([code, code]);
		const short = [
			{ weekday: 5, open: 540, close: 960, lunch: null },
			{ weekday: 7, open: 540, close: 720, lunch: null }
		] as const;
		expect(office.asks(hours({ hours: { ...WEEK, weekdays: [5, 1, 1], short } }))).toBe('ok');
		const { body } = office.facts.at(-1)!;
		expect(body).toMatchObject({ from: TODAY, tell: [CENTER, 'body-15'], hours: { weekdays: [1, 5] } });
		expect((body as { hours: { short: unknown[] } }).hours.short).toHaveLength(1);
	});

	it('I22 fewer rounds than the regulation prescribes are refused with its own text', () => {
		const office = anOffice();
		expect(office.asks(rounds([600, 900], [700, 990]))).toBe('collectionsTooFew');
		expect(office.asks(rounds([600, 600, 900], [700, 990]))).toBe('collectionsTooFew');
		expect(office.asks(rounds([600, 700, 900], [990]))).toBe('dispatchesTooFew');
		expect(office.asks(rounds([600, 700, 1440], [700, 990]))).toBe('roundsWrong');
		expect(office.asks(rounds([600, 700, 900], [700, 990], '2026-11-20'))).toBe('dayPast');
		expect(office.asks(rounds([900, 600, 700], [990, 700]))).toBe('ok');
		expect(office.facts.at(-1)?.body).toMatchObject({ collect: [600, 700, 900], dispatch: [700, 990] });
	});

	it('I23 what is on the way takes between a minute and thirty days', () => {
		const office = anOffice();
		const transit = (to: string, minutes: number) =>
			office.asks({ kind: 'expectTransit', org: CENTER, to: to as OrgId, minutes });
		expect(transit('body-15', 0)).toBe('transitWrong');
		expect(transit('body-15', 43_201)).toBe('transitWrong');
		expect(transit('body-15', 1.5)).toBe('transitWrong');
		expect(transit(CENTER, 60)).toBe('orgUnknown');
		expect(transit('body-15', 60)).toBe('ok');
		expect(transit('body-15', 60)).toBe('unchanged');
	});
});

describe('acts on devices', () => {
	it('I30 a device stands where such an org has a place, at a window that is open', () => {
		const office = anOffice();
		const enrol = (device: string, place: 'window' | 'body' | 'collection', window: string | null) =>
			office.asks({ kind: 'enrolDevice', org: CENTER, device, number: 7, journal: office.journal, place, window });
		expect(enrol('pc', 'body', null)).toBe('placeNotHere');
		expect(enrol('pc', 'window', null)).toBe('windowMissing');
		expect(enrol('pc', 'window', '8')).toBe('windowUnknown');
		expect(enrol('pc', 'window', '1')).toBe('ok');
		expect(enrol('pc', 'collection', null)).toBe('deviceKnown');
	});

	it('S252 the revocation of a device names the place that its key had signed by then, and the registry keeps it', () => {
		const [office, journal] = [anOffice(), 'J1' as JournalId];
		office.does({ kind: 'enrolDevice', org: CENTER, device: 'pc', number: 7, journal, place: 'window', window: '1' });
		expect(office.registry.devices.get('pc')!.provenUpTo).toBeNull();
		office.signed.set(journal, { seq: 12, hash: 'a'.repeat(64) });
		office.does({ kind: 'revokeDevice', device: 'pc', reason: 'Ұрланды' });
		expect(office.facts.at(-1)!.body).toMatchObject({ proven: { seq: 12, hash: 'a'.repeat(64) } });
		expect(office.registry.devices.get('pc')!.provenUpTo).toBe(12);
	});

	it('I31 a revoked device is not moved and not revoked again; a reason is asked for', () => {
		const office = anOffice();
		const at = { place: 'collection', window: null } as const;
		office.does({ kind: 'enrolDevice', org: CENTER, device: 'pc', number: 7, journal: office.journal, ...at });
		expect(office.asks({ kind: 'moveDevice', device: 'pc', ...at })).toBe('unchanged');
		expect(office.asks({ kind: 'moveDevice', device: 'none', ...at })).toBe('deviceUnknown');
		expect(office.asks({ kind: 'revokeDevice', device: 'pc', reason: ' ' })).toBe('reasonMissing');
		expect(office.asks({ kind: 'revokeDevice', device: 'pc', reason: 'Ұрланды' })).toBe('ok');
		expect(office.asks({ kind: 'revokeDevice', device: 'pc', reason: 'Ұрланды' })).toBe('deviceRevoked');
		expect(office.asks({ kind: 'moveDevice', device: 'pc', place: 'control', window: null })).toBe('deviceRevoked');
	});

	it('I31 devices of another org are that org’s and the authority’s', () => {
		const office = anOffice();
		const at = { place: 'collection', window: null } as const;
		office.does({ kind: 'enrolDevice', org: CENTER, device: 'pc', number: 7, journal: office.journal, ...at });
		const revoke = { kind: 'revokeDevice', device: 'pc', reason: 'Ұрланды' } as const;
		expect(office.asks(revoke, FIRST_DAY, { actor: ADMIN, role: 'admin', org: AUTHORITY })).toBe('notYourOrg');
		expect(office.asks(revoke, FIRST_DAY, OF_AUTHORITY)).toBe('ok');
	});
});
