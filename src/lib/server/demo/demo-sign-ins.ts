import type { DemoResponse } from '../../protocol/demo-messages';
import { DEMO_ORG_NAMES, DEMO_PEOPLE } from './demo-people';

/** What the first page offers; nothing at all on a server that is not a demonstration. */
export const demoSignIns = (isDemo: boolean): DemoResponse => ({
	signIns: isDemo
		? DEMO_PEOPLE.map(({ number, password, pin, name, roles: [role], org, window }) => ({
				number,
				password,
				pin,
				name,
				role,
				org: DEMO_ORG_NAMES[org],
				window: window ?? null
			}))
		: []
});
