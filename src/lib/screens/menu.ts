import { rolesWith } from '#lib/domain/acts/rights.ts';
import { type Role, RoleSchema } from '#lib/domain/fact/ids.ts';
import { doersOf } from '#lib/domain/regulation/walkable.ts';
import { type MessageKey } from '#lib/i18n/message-key.ts';
import { COUNTER, WINDOW } from './accept-place.ts';
import { HAND_OUT_BODY, HAND_OUT_WINDOW } from './hand-out-place.ts';

/** One screen of the menu: where it is, what it is called, its picture, and who works with it. */
type MenuEntry = {
	href: string;
	label: MessageKey;
	icon:
		| 'work'
		| 'accept'
		| 'handOut'
		| 'collect'
		| 'registers'
		| 'arrivals'
		| 'journal'
		| 'ledger'
		| 'search'
		| 'desk'
		| 'examine'
		| 'resolutions'
		| 'signing'
		| 'allApplications'
		| 'people'
		| 'tray'
		| 'control'
		| 'discrepancies'
		| 'closing'
		| 'outbox'
		| 'regulations'
		| 'calendar'
		| 'settings'
		| 'scanner'
		| 'lock'
		| 'help';
	roles: readonly Role[];
	/** Open also while somebody works under a number that they only stated: with papers, or without anybody's name. */
	stated?: 'work' | 'help';
};

const EVERYBODY: readonly Role[] = RoleSchema.options;

/** The menu shows only what the role may do, by the rights of acts and by who does which step. */
const MENU: readonly MenuEntry[] = [
	{ href: '/work', label: 'frame.menu.work', icon: 'work', roles: EVERYBODY },
	{ href: '/body/examine', label: 'frame.menu.examine', icon: 'examine', roles: doersOf('body', 'drafted') },
	{ href: '/window/accept', label: 'frame.menu.accept', icon: 'accept', roles: WINDOW.roles, stated: 'work' },
	{
		href: '/window/hand-out',
		label: 'frame.menu.handOut',
		icon: 'handOut',
		roles: HAND_OUT_WINDOW.roles,
		stated: 'work'
	},
	// What a window has accepted lies on its shelf until it is collected.
	{ href: '/window/give', label: 'frame.menu.give', icon: 'collect', roles: WINDOW.roles, stated: 'work' },
	{
		href: '/collection/collect',
		label: 'frame.menu.collect',
		icon: 'collect',
		roles: rolesWith('collect'),
		stated: 'work'
	},
	{
		href: '/collection/registers',
		label: 'frame.menu.registers',
		icon: 'registers',
		roles: rolesWith('dispatch'),
		stated: 'work'
	},
	{
		href: '/collection/arrivals',
		label: 'frame.menu.arrivals',
		icon: 'arrivals',
		roles: doersOf('center', 'resultsArrived'),
		stated: 'work'
	},
	{ href: '/body/counter', label: 'frame.menu.accept', icon: 'accept', roles: COUNTER.roles, stated: 'work' },
	{ href: '/body/desk', label: 'frame.menu.bodyDesk', icon: 'desk', roles: rolesWith('register') },
	{
		href: '/body/resolutions',
		label: 'frame.menu.resolution',
		icon: 'resolutions',
		roles: doersOf('body', 'assigned')
	},
	{ href: '/body/signing', label: 'frame.menu.sign', icon: 'signing', roles: doersOf('body', 'signed') },
	{
		href: '/body/applications',
		label: 'frame.menu.allApplications',
		icon: 'allApplications',
		roles: rolesWith('readAllOfBody')
	},
	{ href: '/body/ledger', label: 'frame.menu.ledger', icon: 'ledger', roles: rolesWith('readLedger') },
	{ href: '/body/hand-out', label: 'frame.menu.handOut', icon: 'handOut', roles: HAND_OUT_BODY.roles, stated: 'work' },
	{ href: '/body/people', label: 'frame.menu.people', icon: 'people', roles: rolesWith('appoint') },
	{ href: '/journal', label: 'frame.menu.journal', icon: 'journal', roles: EVERYBODY },
	{ href: '/search', label: 'frame.menu.search', icon: 'search', roles: EVERYBODY },
	{ href: '/set-aside', label: 'frame.menu.setAside', icon: 'tray', roles: rolesWith('setAside') },
	{ href: '/control', label: 'frame.menu.control', icon: 'control', roles: rolesWith('readControl') },
	{ href: '/overview', label: 'frame.menu.overview', icon: 'control', roles: rolesWith('readOverview') },
	{
		href: '/control/discrepancies',
		label: 'frame.menu.discrepancies',
		icon: 'discrepancies',
		roles: rolesWith('settle')
	},
	{ href: '/control/closing', label: 'frame.closeDay', icon: 'closing', roles: rolesWith('closeDay') },
	{ href: '/closing', label: 'frame.closeShift', icon: 'closing', roles: rolesWith('handOverShift') },
	{ href: '/admin/calendar', label: 'frame.menu.calendar', icon: 'calendar', roles: rolesWith('setDay') },
	{ href: '/admin/registry', label: 'frame.menu.registry', icon: 'people', roles: rolesWith('readRegistry') },
	{ href: '/admin/office', label: 'frame.menu.office', icon: 'settings', roles: rolesWith('readRegistry') },
	{ href: '/admin/devices', label: 'frame.menu.devices', icon: 'scanner', roles: rolesWith('readRegistry') },
	{ href: '/admin/audit', label: 'frame.menu.audit', icon: 'journal', roles: rolesWith('readRegistry') },
	{ href: '/admin/journal', label: 'frame.menu.facts', icon: 'ledger', roles: rolesWith('readJournal') },
	{ href: '/admin/orgs', label: 'frame.menu.orgs', icon: 'desk', roles: rolesWith('openOrg') },
	{ href: '/outbox', label: 'frame.menu.outbox', icon: 'outbox', roles: EVERYBODY },
	{ href: '/regulations', label: 'frame.menu.regulations', icon: 'regulations', roles: EVERYBODY },
	{ href: '/access', label: 'frame.menu.access', icon: 'lock', roles: EVERYBODY },
	{ href: '/help', label: 'frame.menu.help', icon: 'help', roles: EVERYBODY, stated: 'help' }
];

/** Where those begin who handle no papers. */
const FIRST: Partial<Record<Role, string>> = {
	authorityAdmin: '/admin/registry',
	auditor: '/admin/journal',
	overseer: '/overview'
};

/** The screen where a role begins. */
export const firstScreenOf = (role: Role | null): string => (role === null ? undefined : FIRST[role]) ?? '/work';

/** The screens of a role while nobody has proven who works: first the work that paper proves. None where that is none of theirs. */
export function statedScreensOf(role: Role): readonly MenuEntry[] {
	const open = menuOf(role).filter(({ stated }) => stated);
	return open.some(({ stated }) => stated === 'work') ? open : [];
}

export const menuOf = (role: Role): readonly MenuEntry[] => MENU.filter(({ roles }) => roles.includes(role));
