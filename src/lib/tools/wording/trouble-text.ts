import { language } from '#lib/device/live/language.svelte.ts';
import { type Answer } from '#lib/device/live/server-calls.ts';

/** Why the server told nothing, and what to do. */
export function troubleText(answer: Exclude<Answer<unknown>, { ok: true }>): string {
	const { t } = language;
	if (answer.offline) return t('office.trouble.offline');
	const { code } = answer.problem;
	if (code === 'notSignedIn') return t('office.trouble.signIn');
	return code === 'notAllowed' ? t('office.trouble.notAllowed') : t('office.trouble.failed');
}
