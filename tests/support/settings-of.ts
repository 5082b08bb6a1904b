import { readSettings, type Settings } from '#lib/server/settings/read-settings.ts';

/** The settings of an environment that is in order, of a program in `/srv/tereze`. */
export function settingsOf(env: Record<string, string | undefined>): Settings {
	const read = readSettings(env, '/srv/tereze');
	if (!read.ok) throw new Error(read.why);
	return read.settings;
}
