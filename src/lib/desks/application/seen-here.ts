import { type Draft } from '#lib/journal/device-store.ts';
import { type MessageKey } from '#lib/i18n/message-key.ts';
import { type TrayItem } from '#lib/domain/org/tray.ts';
import { applicationNumberOf, parsePaperNumber, paperOf } from '#lib/domain/number/paper-number.ts';

/** One place of this device where a number was met that no record tells of. */
type Sighting = { where: MessageKey; href: string; at: number };

const LISTS: Record<string, { where: MessageKey; href: string }> = {
	'list:collect': { where: 'frame.menu.collect', href: '/collection/collect' },
	'list:dispatch': { where: 'frame.menu.registers', href: '/collection/registers' },
	'list:arrive': { where: 'frame.menu.bodyDesk', href: '/body/desk' },
	'list:return': { where: 'frame.menu.sendToCenter', href: '/body/desk' },
	'list:resultsArrive': { where: 'frame.menu.arrivals', href: '/collection/arrivals' }
};

/** Whether a number of a packet or a result belongs to this application. */
function isOf(paper: string | null, application: string): boolean {
	const parsed = parsePaperNumber(paper ?? '');
	if (!parsed.ok || !['packet', 'result'].includes(paperOf(parsed.number))) return false;
	return applicationNumberOf(parsed.number) === application;
}

/** Where and when this device met the number: open lists that hold it, and the tray. The latest first. */
export function seenHere(application: string, drafts: readonly Draft[], tray: readonly TrayItem[]): Sighting[] {
	const onLists = drafts.flatMap(({ kind, updatedAt, value }): Sighting[] => {
		const list = LISTS[kind];
		const { paper } = (value ?? {}) as { paper?: string };
		return list && isOf(paper ?? null, application) ? [{ ...list, at: updatedAt }] : [];
	});
	const aside = tray
		.filter(({ number }) => isOf(number, application))
		.map(({ at }): Sighting => ({ where: 'frame.menu.setAside', href: '/set-aside', at }));
	return [...onLists, ...aside].sort((a, b) => b.at - a.at);
}
