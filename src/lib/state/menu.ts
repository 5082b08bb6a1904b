import { type Role } from '#lib/domain/fact/ids.ts';
import { type MessageKey } from '#lib/i18n/message-key.ts';

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
		| 'help';
	roles: readonly Role[];
};

const EVERYBODY: readonly Role[] = [
	'centerInspector',
	'accumulationInspector',
	'chancery',
	'head',
	'executor',
	'centerHead',
	'admin'
];

/** The menu shows only what the role does. */
const MENU: readonly MenuEntry[] = [
	{ href: '/work', label: 'frame.menu.work', icon: 'work', roles: EVERYBODY },
	{ href: '/body/examine', label: 'frame.menu.examine', icon: 'examine', roles: ['executor'] },
	{ href: '/window/accept', label: 'frame.menu.accept', icon: 'accept', roles: ['centerInspector'] },
	{ href: '/window/hand-out', label: 'frame.menu.handOut', icon: 'handOut', roles: ['centerInspector'] },
	{ href: '/window/give', label: 'frame.menu.give', icon: 'collect', roles: ['centerInspector'] },
	{ href: '/collection/collect', label: 'frame.menu.collect', icon: 'collect', roles: ['accumulationInspector'] },
	{ href: '/collection/registers', label: 'frame.menu.registers', icon: 'registers', roles: ['accumulationInspector'] },
	{ href: '/collection/arrivals', label: 'frame.menu.arrivals', icon: 'arrivals', roles: ['accumulationInspector'] },
	{ href: '/body/counter', label: 'frame.menu.accept', icon: 'accept', roles: ['chancery', 'executor'] },
	{ href: '/body/desk', label: 'frame.menu.bodyDesk', icon: 'desk', roles: ['chancery'] },
	{ href: '/body/resolutions', label: 'frame.menu.resolution', icon: 'resolutions', roles: ['head'] },
	{ href: '/body/signing', label: 'frame.menu.sign', icon: 'signing', roles: ['head'] },
	{ href: '/body/applications', label: 'frame.menu.allApplications', icon: 'allApplications', roles: ['head'] },
	{ href: '/body/ledger', label: 'frame.menu.ledger', icon: 'ledger', roles: ['chancery', 'executor', 'head'] },
	{ href: '/body/hand-out', label: 'frame.menu.handOut', icon: 'handOut', roles: ['chancery', 'executor'] },
	{ href: '/body/people', label: 'frame.menu.people', icon: 'people', roles: ['head', 'centerHead', 'admin'] },
	{ href: '/journal', label: 'frame.menu.journal', icon: 'journal', roles: EVERYBODY },
	{ href: '/search', label: 'frame.menu.search', icon: 'search', roles: EVERYBODY },
	{
		href: '/set-aside',
		label: 'frame.menu.setAside',
		icon: 'tray',
		roles: ['centerInspector', 'accumulationInspector', 'chancery', 'centerHead', 'head']
	},
	{ href: '/control', label: 'frame.menu.control', icon: 'control', roles: ['centerHead', 'head'] },
	{
		href: '/control/discrepancies',
		label: 'frame.menu.discrepancies',
		icon: 'discrepancies',
		roles: ['centerHead', 'head', 'accumulationInspector', 'chancery', 'admin']
	},
	{ href: '/control/closing', label: 'frame.closeDay', icon: 'closing', roles: ['centerHead', 'head'] },
	{
		href: '/closing',
		label: 'frame.closeShift',
		icon: 'closing',
		roles: ['centerInspector', 'accumulationInspector', 'chancery']
	},
	{ href: '/admin/calendar', label: 'frame.menu.calendar', icon: 'calendar', roles: ['centerHead', 'head', 'admin'] },
	{ href: '/outbox', label: 'frame.menu.outbox', icon: 'outbox', roles: EVERYBODY },
	{ href: '/regulations', label: 'frame.menu.regulations', icon: 'regulations', roles: EVERYBODY },
	{ href: '/help', label: 'frame.menu.help', icon: 'help', roles: EVERYBODY }
];

export const menuOf = (role: Role): readonly MenuEntry[] => MENU.filter(({ roles }) => roles.includes(role));
