import { type Refusal } from '#lib/domain/application/refusal.ts';
import { type PersonEntry, type RegistryResponse } from '#lib/protocol/registry-messages.ts';
import { fullName } from '#lib/domain/text/person-name.ts';
import { language } from '#lib/device/live/language.svelte.ts';
import { type Answer } from '#lib/device/live/server-calls.ts';
import { signInProblemText } from '#lib/tools/sign-in/sign-in-words.ts';

/** Problems that the sign-in has a sentence for. */
const KNOWN = ['notSignedIn', 'wrongCredentials', 'tooManyAttempts', 'tooMany', 'noRoom', 'wrongHost'];

/** Why the server answered nothing that can be shown, and what to do. */
export function registryFailureText(answer: Exclude<Answer<unknown>, { ok: true }>): string {
	const { t } = language;
	if (answer.offline) return t('registry.noLine');
	const { code } = answer.problem;
	if (code === 'notAllowed') return t('registry.notAllowed');
	return KNOWN.includes(code) ? signInProblemText(answer) : t('registry.noLine');
}

/** A refusal of the server as the domain has it. */
export const refusalOf = ({ code, params }: Extract<RegistryResponse, { ok: false }>['refused'][number]): Refusal => ({
	ok: false,
	code,
	params
});

/** A person of the registry in full; the number alone where the name is missing here. */
export const personWords = ({ name, number }: Pick<PersonEntry, 'name' | 'number'>): string =>
	name ? fullName({ ...name, patronymic: name.patronymic ?? '' }) : number;
