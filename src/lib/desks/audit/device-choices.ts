import { type RegistryView } from '#lib/protocol/registry-messages.ts';
import { language } from '#lib/device/live/language.svelte.ts';

/** The server's own journals among the devices. */
const SERVER = '0';

/** Whose journals an org's facts are in: its devices by number, and the server. */
export const deviceChoices = ({ devices }: Pick<RegistryView, 'devices'>): { value: string; label: string }[] => [
	...devices.map(({ number }) => String(number)).map((number) => ({ value: number, label: number })),
	{ value: SERVER, label: language.t('audit.journal.server') }
];
