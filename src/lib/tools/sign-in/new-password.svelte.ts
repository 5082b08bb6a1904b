import { lengthOf, lengthRefusalOf, type PasswordRefusal } from '#lib/domain/org/new-password.ts';
import { language } from '#lib/device/live/language.svelte.ts';
import { type Answer } from '#lib/device/live/server-calls.ts';
import { TypedTwice } from './typed-twice.svelte.ts';

/** A new password: its length is judged here, all else by the server, whose verdict stands at the field until another one is typed. */
export class NewPassword extends TypedTwice {
	#judged = $state.raw<{ password: string; refusal: PasswordRefusal } | null>(null);

	constructor() {
		super({ refusal: (password) => this.#refusalText(password), differ: () => language.t('access.passwordsDiffer') });
	}

	#refusalText(password: string): string {
		const refusal = this.#judged?.password === password ? this.#judged.refusal : lengthRefusalOf(password);
		return refusal === null ? '' : language.t(`access.refusal.${refusal}`, { n: lengthOf(password) });
	}

	/** Takes the server's verdict on the password as it stands; false where the answer says nothing of it. */
	takeVerdict(answer: Answer<unknown>): boolean {
		if (answer.ok || answer.offline || answer.problem.code !== 'weakPassword') return false;
		this.#judged = { password: this.value, refusal: answer.problem.weakness ?? 'guessable' };
		return true;
	}
}
