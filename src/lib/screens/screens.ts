import { rolesWith } from '#lib/domain/acts/rights.ts';
import { type Role, RoleSchema } from '#lib/domain/fact/ids.ts';
import { type RegisterKind } from '#lib/domain/register/register.ts';
import { doersOf } from '#lib/domain/regulation/walkable.ts';
import { type TaskKind } from '#lib/domain/tasks/task.ts';
import { type MessageKey } from '#lib/i18n/message-key.ts';

/** Where on a screen a kind of work is done. */
type TaskPart = {
	/** The value of `part` in its address. */
	part?: string;
	/** Not by all roles of the screen. */
	by?: readonly Role[];
	/** The screen has a page for each application. */
	each?: true;
};

/** Told apart by `code`: letters are elsewhere on Kazakh and Russian layouts. */
export type ScreenKey = { keys: string; code: string; ctrl?: true; label: MessageKey };

export type Screen = {
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
	/** Who works with it, by the rights of acts and by who does which step. */
	roles: readonly Role[];
	/** Open also while somebody works under a number that they only stated: with papers, or without anybody's name. */
	stated?: 'work' | 'help';
	/** Roles that begin here: those who handle no papers. All others begin at their work. */
	first?: readonly Role[];
	/** Opens it from every screen. */
	key?: ScreenKey;
	/** Kinds of work that are done here. */
	tasks?: Partial<Record<TaskKind, TaskPart>>;
	/** Registers that are worked with here; null is one that this device does not know yet. */
	registers?: readonly (RegisterKind | null)[];
};

const EVERYBODY: readonly Role[] = RoleSchema.options;
const ACCEPT_KEY: ScreenKey = { keys: 'F2', code: 'F2', label: 'help.keys.accept' };
const HAND_OUT_KEY: ScreenKey = { keys: 'F4', code: 'F4', label: 'help.keys.handOut' };
const SEARCH_KEY: ScreenKey = { keys: 'Control+K', code: 'KeyK', ctrl: true, label: 'help.keys.search' };
const HELP_KEY: ScreenKey = { keys: 'F1', code: 'F1', label: 'help.keys.help' };

const screensOf = <Id extends string>(rows: Record<Id, Screen>): Readonly<Record<Id, Screen>> => rows;

/** All screens of the menu, in its order. Menu, counts, tasks, scans and keys are derived from here. */
export const SCREENS = screensOf({
	work: { href: '/work', label: 'frame.menu.work', icon: 'work', roles: EVERYBODY },
	examine: {
		href: '/body/examine',
		label: 'frame.menu.examine',
		icon: 'examine',
		roles: doersOf('body', 'drafted'),
		tasks: { examine: { each: true } }
	},
	accept: {
		href: '/window/accept',
		label: 'frame.menu.accept',
		icon: 'accept',
		roles: doersOf('center', 'accepted'),
		stated: 'work',
		key: ACCEPT_KEY,
		tasks: { draft: {} }
	},
	handOut: {
		href: '/window/hand-out',
		label: 'frame.menu.handOut',
		icon: 'handOut',
		roles: doersOf('center', 'handedOut'),
		stated: 'work',
		key: HAND_OUT_KEY,
		tasks: { handOut: {} }
	},
	// What a window has accepted is on its shelf until it is collected.
	give: {
		href: '/window/give',
		label: 'frame.menu.give',
		icon: 'collect',
		roles: doersOf('center', 'accepted'),
		stated: 'work',
		tasks: { shelf: {} }
	},
	collect: {
		href: '/collection/collect',
		label: 'frame.menu.collect',
		icon: 'collect',
		roles: rolesWith('collect'),
		stated: 'work',
		tasks: { collect: {}, shelf: {}, explainCollect: {} },
		registers: ['collection']
	},
	registers: {
		href: '/collection/registers',
		label: 'frame.menu.registers',
		icon: 'registers',
		roles: rolesWith('dispatch'),
		stated: 'work',
		tasks: { addToRegister: {}, dispatch: {}, explainDispatch: {} },
		registers: ['dispatch']
	},
	arrivals: {
		href: '/collection/arrivals',
		label: 'frame.menu.arrivals',
		icon: 'arrivals',
		roles: doersOf('center', 'resultsArrived'),
		stated: 'work',
		tasks: { receive: {} },
		registers: ['return', null]
	},
	counter: {
		href: '/body/counter',
		label: 'frame.menu.accept',
		icon: 'accept',
		roles: doersOf('body', 'accepted'),
		stated: 'work',
		key: ACCEPT_KEY,
		tasks: { draft: {} }
	},
	chancery: {
		href: '/body/desk',
		label: 'frame.menu.bodyDesk',
		icon: 'desk',
		roles: rolesWith('register'),
		tasks: {
			receivePackets: { part: 'arrivals' },
			register: { part: 'register' },
			record: { part: 'results' },
			sendBack: { part: 'returns' }
		},
		registers: ['collection', 'dispatch', 'return', null]
	},
	resolutions: {
		href: '/body/resolutions',
		label: 'frame.menu.resolution',
		icon: 'resolutions',
		roles: doersOf('body', 'assigned'),
		tasks: { assign: {} }
	},
	signing: {
		href: '/body/signing',
		label: 'frame.menu.sign',
		icon: 'signing',
		roles: doersOf('body', 'signed'),
		tasks: { sign: {} }
	},
	bodyApplications: {
		href: '/body/applications',
		label: 'frame.menu.allApplications',
		icon: 'allApplications',
		roles: rolesWith('readAllOfBody')
	},
	ledger: {
		href: '/body/ledger',
		label: 'frame.menu.ledger',
		icon: 'ledger',
		roles: rolesWith('readLedger'),
		tasks: { record: { part: 'record', by: ['executor'] } }
	},
	bodyHandOut: {
		href: '/body/hand-out',
		label: 'frame.menu.handOut',
		icon: 'handOut',
		roles: doersOf('body', 'handedOut'),
		stated: 'work',
		key: HAND_OUT_KEY,
		tasks: { handOut: {} }
	},
	staffing: { href: '/body/people', label: 'frame.menu.people', icon: 'people', roles: rolesWith('appoint') },
	dayBook: { href: '/journal', label: 'frame.menu.journal', icon: 'journal', roles: EVERYBODY },
	search: { href: '/search', label: 'frame.menu.search', icon: 'search', roles: EVERYBODY, key: SEARCH_KEY },
	setAside: { href: '/set-aside', label: 'frame.menu.setAside', icon: 'tray', roles: rolesWith('setAside') },
	control: { href: '/control', label: 'frame.menu.control', icon: 'control', roles: rolesWith('readControl') },
	overview: {
		href: '/overview',
		label: 'frame.menu.overview',
		icon: 'control',
		roles: rolesWith('readOverview'),
		first: ['overseer']
	},
	discrepancies: {
		href: '/control/discrepancies',
		label: 'frame.menu.discrepancies',
		icon: 'discrepancies',
		roles: rolesWith('settle'),
		tasks: { settle: {} }
	},
	dayClosing: { href: '/control/closing', label: 'frame.closeDay', icon: 'closing', roles: rolesWith('closeDay') },
	shiftClosing: { href: '/closing', label: 'frame.closeShift', icon: 'closing', roles: rolesWith('handOverShift') },
	calendar: { href: '/admin/calendar', label: 'frame.menu.calendar', icon: 'calendar', roles: rolesWith('setDay') },
	registry: {
		href: '/admin/registry',
		label: 'frame.menu.registry',
		icon: 'people',
		roles: rolesWith('readRegistry'),
		first: ['authorityAdmin']
	},
	office: { href: '/admin/office', label: 'frame.menu.office', icon: 'settings', roles: rolesWith('readRegistry') },
	devices: { href: '/admin/devices', label: 'frame.menu.devices', icon: 'scanner', roles: rolesWith('readRegistry') },
	audit: { href: '/admin/audit', label: 'frame.menu.audit', icon: 'journal', roles: rolesWith('readRegistry') },
	facts: {
		href: '/admin/journal',
		label: 'frame.menu.facts',
		icon: 'ledger',
		roles: rolesWith('readJournal'),
		first: ['auditor']
	},
	orgs: { href: '/admin/orgs', label: 'frame.menu.orgs', icon: 'desk', roles: rolesWith('openOrg') },
	outbox: { href: '/outbox', label: 'frame.menu.outbox', icon: 'outbox', roles: EVERYBODY },
	regulations: { href: '/regulations', label: 'frame.menu.regulations', icon: 'regulations', roles: EVERYBODY },
	ownAccess: { href: '/access', label: 'frame.menu.access', icon: 'lock', roles: EVERYBODY },
	help: { href: '/help', label: 'frame.menu.help', icon: 'help', roles: EVERYBODY, stated: 'help', key: HELP_KEY }
});

export type ScreenId = keyof typeof SCREENS;
