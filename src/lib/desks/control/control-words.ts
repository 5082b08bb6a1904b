import { type ControlRow } from '#lib/domain/control/control-row.ts';
import { type Dimension } from '#lib/domain/control/picture.ts';
import { desk } from '#lib/device/session/desk.svelte.ts';
import { language } from '#lib/device/live/language.svelte.ts';
import { orgShortName } from '#lib/tools/story/story-words.ts';
import { roleName, serviceName, staffName, stepName } from '#lib/tools/wording/words.ts';

/** A person of this org by name; of another org only the role is known here. */
function personName(key: string): string {
	const [kind, id = ''] = key.split('/');
	if (kind === 'staff') return desk.colleague(id) ? staffName(id) : roleName('executor');
	return roleName(id);
}

/** A bar's key in words. */
export function barName(dimension: Dimension, key: string): string {
	switch (dimension) {
		case 'step':
			return stepName(key);
		case 'person':
			return personName(key);
		case 'service':
			return serviceName(key);
		case 'center':
			return key === 'direct' ? language.t('control.direct') : orgShortName(key);
	}
}

/** Whose step it is now. */
export const whoseStep = ({ units, executor }: ControlRow): string =>
	personName(units[0] === 'executor' && executor ? `staff/${executor}` : `unit/${units[0] ?? ''}`);
