import type { DemoResponse } from '../../protocol/demo-messages';
import { directory } from '../../regulations/catalog';
import { findOrganisation } from '../../regulations/directory';
import { DEMO_PEOPLE } from './demo-people';

/** What the first page offers; nothing at all on a server that is not a demonstration. */
export const demoSignIns = (isDemo: boolean): DemoResponse => ({
	signIns: isDemo
		? DEMO_PEOPLE.map(({ number, password, pin, name, roles: [role], org, window }) => ({
				number,
				password,
				pin,
				name,
				role,
				org: nameOf(org),
				window: window ?? null
			}))
		: []
});

function nameOf(id: string): { kk: string; ru: string } {
	const org = findOrganisation(directory, id);
	if (!org) throw new Error(`The directory has no ${id}`);
	return { kk: org.name.kk, ru: org.name.ru };
}
