import { type PlaceKind } from '#lib/domain/fact/registry-facts.ts';
import { language } from '#lib/device/live/language.svelte.ts';
import { type DeviceEntry } from '#lib/protocol/registry-messages.ts';

/** Where a device stands, in words: its window by name. */
export function placeText(place: PlaceKind, window: string | null): string {
	const { t } = language;
	return place === 'window' && window !== null ? t('frame.window', { n: window }) : t(`office.devices.places.${place}`);
}

/** How far the device's clock is from the server's: `+3 с`; a dash where it never said. */
export function clockText({ clockOffsetMs }: Pick<DeviceEntry, 'clockOffsetMs'>): string {
	const { t } = language;
	if (clockOffsetMs === null) return t('common.none');
	const seconds = Math.round(clockOffsetMs / 1000);
	return t('office.devices.seconds', { text: seconds > 0 ? `+${seconds}` : String(seconds).replace('-', '−') });
}

const MEGABYTE = 1024 * 1024;

/** Room of the browser's store; a dash where the device never said. */
export function roomText({ room }: Pick<DeviceEntry, 'room'>): string {
	const { t } = language;
	if (room === null) return t('common.none');
	return t('storage.used', { a: Math.round(room.used / MEGABYTE), b: Math.round(room.quota / MEGABYTE) });
}
