import type { DemoResponse } from '#lib/protocol/demo-messages.ts';
import { type Directory, findOrganisation } from '#lib/domain/org/directory.ts';
import { DEMO_PEOPLE } from './demo-people.ts';

/** What the first page offers; nothing at all on a server that is not a demonstration. */
export const demoSignIns = (isDemo: boolean, directory: Directory): DemoResponse => ({
	signIns: isDemo
		? DEMO_PEOPLE.map(({ number, password, pin, name, roles: [role], org, window }) => ({
				number,
				password,
				pin,
				name,
				role,
				org: nameOf(org, directory),
				window: window ?? null
			}))
		: []
});

function nameOf(id: string, directory: Directory): { kk: string; ru: string } {
	const org = findOrganisation(directory, id) ?? (id === directory.authority.id ? directory.authority : null);
	if (!org) throw new Error(`The directory has no ${id}`);
	return { kk: org.name.kk, ru: org.name.ru };
}
