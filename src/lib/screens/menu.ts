import { type Role } from '#lib/domain/fact/ids.ts';
import { type Screen, type ScreenId, SCREENS } from './screens.ts';

type MenuEntry = Screen & { id: ScreenId };

const MENU = Object.entries(SCREENS).map(([id, screen]): MenuEntry => ({ id: id as ScreenId, ...screen }));

/** What runs the office, apart from the work with papers: the menu's second group. */
const OF_OFFICE: readonly ScreenId[] = [
	...(['staffing', 'control', 'overview', 'discrepancies', 'dayClosing', 'shiftClosing', 'calendar'] as const),
	...(['registry', 'office', 'devices', 'audit', 'facts', 'orgs'] as const),
	...(['outbox', 'regulations', 'ownAccess', 'help'] as const)
];
export const isOfOffice = (id: ScreenId): boolean => OF_OFFICE.includes(id);

/** The menu shows only what the role may do. */
export const menuOf = (role: Role): readonly MenuEntry[] => MENU.filter(({ roles }) => roles.includes(role));

/** The screen where a role begins. */
export const firstScreenOf = (role: Role | null): string =>
	(MENU.find(({ first }) => role !== null && first?.includes(role)) ?? SCREENS.work).href;

/** The screens of a role while nobody has proven who works: first the work that paper proves. None where that is none of theirs. */
export function statedScreensOf(role: Role): readonly MenuEntry[] {
	const open = menuOf(role).filter(({ stated }) => stated);
	return open.some(({ stated }) => stated === 'work') ? open : [];
}
