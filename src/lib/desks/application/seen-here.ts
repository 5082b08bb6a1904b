import * as v from 'valibot';
import { type Draft } from '#lib/journal/device-store.ts';
import { type MessageKey } from '#lib/i18n/message-key.ts';
import { type TrayItem } from '#lib/domain/org/tray.ts';
import { applicationNumberOf, parsePaperNumber, paperOf } from '#lib/domain/number/paper-number.ts';
import { readAs } from '#lib/device/drafts/kept-draft.ts';
import { type Screen, SCREENS } from '#lib/screens/screens.ts';

/** One place of this device where a number was met that no record tells of. */
type Sighting = { where: MessageKey; href: string; at: number };

const at = ({ label, href }: Screen) => ({ where: label, href });

const LISTS: Record<string, Omit<Sighting, 'at'>> = {
	'list:collect': at(SCREENS.collect),
	'list:dispatch': at(SCREENS.registers),
	'list:arrive': at(SCREENS.chancery),
	'list:return': { ...at(SCREENS.chancery), where: 'frame.menu.sendToCenter' },
	'list:resultsArrive': at(SCREENS.arrivals)
};

const readRow = readAs(v.object({ paper: v.string() }));

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
		const paper = readRow(value)?.paper ?? null;
		return list && isOf(paper, application) ? [{ ...list, at: updatedAt }] : [];
	});
	const aside = tray
		.filter(({ number }) => isOf(number, application))
		.map(({ at: seenAt }): Sighting => ({ ...at(SCREENS.setAside), at: seenAt }));
	return [...onLists, ...aside].sort((a, b) => b.at - a.at);
}
