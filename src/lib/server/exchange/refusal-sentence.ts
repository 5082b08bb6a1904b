import { type Refusal } from '#lib/domain/application/refusal.ts';
import { type StaffId } from '#lib/domain/fact/ids.ts';
import { formatNumber } from '#lib/domain/number/paper-number.ts';
import { type Directory, findOrganisation } from '#lib/domain/org/directory.ts';
import { type Registry } from '#lib/domain/registry/registry.ts';
import { type Lang } from '#lib/domain/text/lang.ts';
import { nameWithInitials } from '#lib/domain/text/person-name.ts';
import { ALMATY, localOf } from '#lib/domain/time/zone.ts';
import { formatDate, formatMoment, formatTime } from '#lib/i18n/formats.ts';
import { isMessageKey, loadMessages, translateLoosely } from '#lib/i18n/translate.ts';

/** The sentence of a refusal as the screen says it, in both languages: what is wrong, what to do. */
export async function refusalSentence(
	refusal: Refusal,
	directory: Directory,
	registry: Pick<Registry, 'people'>
): Promise<{ kk: string; ru: string }> {
	const [kk, ru] = await Promise.all(
		(['kk', 'ru'] as const).map(async (lang) => {
			await loadMessages(lang);
			return sentenceIn(lang, refusal, directory, registry);
		})
	);
	return { kk: kk!, ru: ru! };
}

function sentenceIn(
	lang: Lang,
	{ code, params }: Refusal,
	directory: Directory,
	{ people }: Pick<Registry, 'people'>
): string {
	const word = (key: string): string => (isMessageKey(key, lang) ? translateLoosely(lang, key) : '–');
	const text = (name: string): string | null => (params[name] === undefined ? null : String(params[name]));
	const put = (name: string, shown: (value: string) => string): Record<string, string> => {
		const value = text(name);
		return value === null || value === '' ? {} : { [name]: shown(value) };
	};
	const at = typeof params['at'] === 'number' ? localOf(params['at'], ALMATY) : null;
	const nameOf = (staff: string): string => {
		const name = people.get(staff as StaffId)?.name;
		return name ? nameWithInitials(name) : staff;
	};
	return translateLoosely(lang, `refusals.${code}`, {
		...params,
		...put('role', (role) => word(`states.roles.${role}`)),
		...put('step', (step) => word(`states.steps.${step}`)),
		...put('org', (org) => findOrganisation(directory, org)?.name[lang] ?? org),
		...put('holder', (holder) => word(`states.holders.${holder}`)),
		...put('person', nameOf),
		...put('from', formatDate),
		...put('to', formatDate),
		...put('number', formatNumber),
		...put('register', formatNumber),
		...(at === null ? {} : { date: formatMoment(at), time: formatTime(at.minutes) })
	});
}
