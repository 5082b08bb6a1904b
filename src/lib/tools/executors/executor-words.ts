import { type Suggestion } from '#lib/domain/org/suggest-executor.ts';
import { type ExecutorNow } from './executors-now.ts';
import { language } from '#lib/device/live/language.svelte.ts';

/** «өз учаскесі · жүктемесі ең аз»; that somebody has no area tells nothing. */
export const reasonText = ({ reasons }: Pick<Suggestion, 'reasons'>): string =>
	reasons
		.filter((reason) => reason !== 'noArea')
		.map((reason) => language.t(`resolutions.reason.${reason}`))
		.join(' · ');

/** «Қолында: 3 · Мерзімі өткен: 1 · бүгін жұмыста жоқ» */
export function loadText({ load, late, absent }: ExecutorNow): string {
	const { t } = language;
	return [
		t('resolutions.load', { n: load }),
		...(late > 0 ? [t('resolutions.late', { n: late })] : []),
		...(absent ? [t('resolutions.reason.absent')] : [])
	].join(' · ');
}
