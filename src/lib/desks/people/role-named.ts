import { type Role, RoleSchema } from '#lib/domain/fact/ids.ts';
import { headerWord } from '#lib/domain/registry/people-csv-columns.ts';
import { states as kk } from '#lib/i18n/kk/states.ts';
import { states as ru } from '#lib/i18n/ru/states.ts';

/** The role that a list names as the screens do, in Kazakh or Russian, or in English: `center inspector`. */
export const roleNamed = (word: string): Role | null =>
	RoleSchema.options.find((role) => wordsOf(role).includes(headerWord(word))) ?? null;

const wordsOf = (role: Role): string[] =>
	[kk.roles[role], ru.roles[role], role, role.replace(/(?=[A-Z])/g, ' ')].map(headerWord);
