import { describe, expect, it } from 'vitest';
import { type OrgId, type StaffId } from '#lib/domain/fact/ids.ts';
import { rolesOfKind } from '#lib/domain/registry/roles-of-orgs.ts';
import { type PersonEntry } from '#lib/protocol/registry-messages.ts';
import { changesOf, placedIn } from './person-changes.ts';
import { draftOfPerson } from './person-draft.ts';

const staff = 'staff-101' as StaffId;
const AIGUL: PersonEntry = {
	id: staff,
	number: '101',
	name: { surname: 'Сейітова', given: 'Айгүл' },
	org: 'center-04' as OrgId,
	window: '1',
	roles: ['centerInspector'],
	leftAt: null,
	hasPassword: true,
	hasPin: true,
	badge: 'none'
};
const offered = rolesOfKind('center');

describe('what a form changes about a person', () => {
	it('I62 gives new roles before it ends old ones, and corrects nothing that stayed', () => {
		const draft = { ...draftOfPerson(AIGUL), ticked: 'centerHead admin' };
		expect(changesOf(AIGUL, draft, offered)).toEqual([
			{ kind: 'giveRole', staff, role: 'centerHead' },
			{ kind: 'giveRole', staff, role: 'admin' },
			{ kind: 'endRole', staff, role: 'centerInspector' }
		]);
	});

	it.each([
		[{ number: '777' }, { number: '777' }],
		[{ window: '' }, { window: null }],
		[{ patronymic: 'Бекенқызы' }, { name: { surname: 'Сейітова', given: 'Айгүл', patronymic: 'Бекенқызы' } }]
	])('I62 corrects %j alone', (typed, corrected) => {
		const draft = { ...draftOfPerson(AIGUL), ...typed };
		const name = { surname: 'Сейітова', given: 'Айгүл', patronymic: '' };
		expect(changesOf(AIGUL, draft, offered)).toEqual([
			{ kind: 'correctPerson', staff, number: '101', name, window: '1', ...corrected }
		]);
	});

	it('I62 asks for a correction where nothing was changed, so that the registry says so', () => {
		expect(changesOf(AIGUL, draftOfPerson(AIGUL), offered)).toMatchObject([{ kind: 'correctPerson' }]);
	});

	it('I62 brings somebody back with the roles and the window that are chosen then', () => {
		const gone: PersonEntry = { ...AIGUL, roles: [], leftAt: 5 };
		const draft = { ...draftOfPerson(gone), ticked: 'admin', window: '' };
		expect(placedIn({ id: 'center-04' as OrgId, kind: 'center' }, gone, draft)).toEqual([
			{ kind: 'placePerson', staff, org: 'center-04', roles: ['admin'], window: null }
		]);
	});

	it('I62 takes somebody to another org with the roles that there are there', () => {
		const draft = { ...draftOfPerson(null), ticked: 'executor centerInspector', window: '' };
		expect(placedIn({ id: 'body-15' as OrgId, kind: 'body' }, AIGUL, draft)).toEqual([
			{ kind: 'placePerson', staff, org: 'body-15', roles: ['executor'], window: null }
		]);
	});
});
