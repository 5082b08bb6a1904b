import { type RegistryResponse } from '#lib/protocol/registry-messages.ts';
import { type Answer } from '#lib/device/live/server-calls.ts';
import { troubleText } from '#lib/tools/wording/trouble-text.ts';
import { refusalText } from '#lib/tools/wording/words.ts';

/** What kept an act from being recorded; empty where it was. */
export function answerText(answer: Answer<RegistryResponse>): string {
	if (!answer.ok) return troubleText(answer);
	if (answer.value.ok) return '';
	// What is wrong with each command of a list is said once.
	const sentences = answer.value.refused.map(({ code, params }) => refusalText({ ok: false, code, params }));
	return [...new Set(sentences)].join(' ');
}
