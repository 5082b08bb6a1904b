import { describe, expect, it } from 'vitest';
import { draftOfPerson, fieldOfRefusal, rolesTicked, tickRole } from './person-draft.ts';

describe("a person's form", () => {
	it.each([
		['staffNumberTaken', 'number'],
		['nameMissing', 'surname'],
		['roleMissing', 'roles'],
		['lastAdmin', 'roles'],
		['windowUnknown', 'window'],
		['notYourOrg', null]
	] as const)('I61 tells %s at the field %s', (code, field) => {
		expect(fieldOfRefusal(code)).toBe(field);
	});

	it('I61 keeps the roles that are ticked, in the order in which they are offered', () => {
		const draft = draftOfPerson(null);
		draft.ticked = tickRole(draft, 'admin', true);
		draft.ticked = tickRole(draft, 'centerInspector', true);
		expect(rolesTicked(draft, ['centerInspector', 'centerHead', 'admin'])).toEqual(['centerInspector', 'admin']);
		draft.ticked = tickRole(draft, 'admin', false);
		expect(rolesTicked(draft, ['centerInspector', 'centerHead', 'admin'])).toEqual(['centerInspector']);
	});
});
