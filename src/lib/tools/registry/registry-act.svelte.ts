import { type RefusalCode } from '#lib/domain/application/refusal.ts';
import { type Role } from '#lib/domain/fact/ids.ts';
import { type RegistryRequest, type RegistryResponse } from '#lib/protocol/registry-messages.ts';
import { type Answer } from '#lib/device/live/server-calls.ts';
import { type RegistryDesk } from './registry-desk.svelte.ts';
import { answerText } from './act-words.ts';

/** An act from one form: whether it is under way, and why the last try came to nothing. What was typed stays in the form. */
export class RegistryAct {
	busy = $state(false);
	#failed = $state.raw<Answer<RegistryResponse> | null>(null);
	readonly #registry: Pick<RegistryDesk, 'act'>;
	readonly #role: () => Role | null;

	/** @param role in which the person works now */
	constructor(registry: Pick<RegistryDesk, 'act'>, role: () => Role | null) {
		[this.#registry, this.#role] = [registry, role];
	}

	/** The code of the refusal, for the field that it belongs to. */
	get code(): RefusalCode | null {
		return this.#failed?.ok && !this.#failed.value.ok ? (this.#failed.value.refused[0]?.code ?? null) : null;
	}

	/** Why it came to nothing, in a sentence; empty where it did not. */
	get text(): string {
		return this.#failed ? answerText(this.#failed) : '';
	}

	/** The sentence, if it is one of these refusals. */
	textOf = (...codes: RefusalCode[]): string | undefined =>
		this.code !== null && codes.includes(this.code) ? this.text : undefined;

	/** The sentence of whatever belongs to none of the fields that say these refusals. */
	restBut = (...codes: RefusalCode[]): string => (this.textOf(...codes) === undefined ? this.text : '');

	forget(): void {
		this.#failed = null;
	}

	/** Asks the server; true once all of it is recorded. A second press while it is under way does nothing. */
	async do(commands: RegistryRequest['commands']): Promise<boolean> {
		const role = this.#role();
		if (this.busy || role === null) return false;
		this.busy = true;
		const answer = await this.#registry.act(role, commands).finally(() => (this.busy = false));
		const done = answer.ok && answer.value.ok;
		this.#failed = done ? null : answer;
		return done;
	}
}
