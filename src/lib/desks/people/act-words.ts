import { type RegistryResponse } from '#lib/protocol/registry-messages.ts';
import { language } from '#lib/state/language.svelte.ts';
import { type Answer } from '#lib/state/server-calls.ts';
import { refusalText } from '#lib/state/words.ts';

/** Why the server told nothing, and what to do. */
export function troubleText(answer: Exclude<Answer<unknown>, { ok: true }>): string {
	const { t } = language;
	if (answer.offline) return t('office.trouble.offline');
	const { code } = answer.problem;
	if (code === 'notSignedIn') return t('office.trouble.signIn');
	return code === 'notAllowed' ? t('office.trouble.notAllowed') : t('office.trouble.failed');
}

/** What kept an act from being recorded; empty where it was. */
export function answerText(answer: Answer<RegistryResponse>): string {
	if (!answer.ok) return troubleText(answer);
	if (answer.value.ok) return '';
	// What is wrong with each command of a list is said once.
	const sentences = answer.value.refused.map(({ code, params }) => refusalText({ ok: false, code, params }));
	return [...new Set(sentences)].join(' ');
}
