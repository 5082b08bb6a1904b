import { type NameProblem } from '#lib/domain/text/typed-name.ts';
import { type MessageKey } from '#lib/i18n/message-key.ts';

/** The sentence of what is wrong with a part of a name. */
export const NAME_KEYS = {
	surnameMissing: 'errors.surname',
	givenMissing: 'errors.givenName',
	nameLetters: 'errors.nameLetters',
	nameMixed: 'errors.nameMixed'
} as const satisfies Record<NameProblem['code'], MessageKey>;
