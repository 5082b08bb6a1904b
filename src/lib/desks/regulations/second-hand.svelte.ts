import { refuse, type Refusal } from '#lib/domain/application/refusal.ts';
import { type FactId, type StaffId } from '#lib/domain/fact/ids.ts';
import { digestOfImport } from '#lib/domain/registry/import-agreement.ts';
import { type Regulation } from '#lib/domain/regulation/regulation.ts';
import { newId } from '#lib/journal/open-device-journal.ts';
import { type Colleague } from '#lib/protocol/context-messages.ts';
import { desk } from '#lib/device/session/desk.svelte.ts';
import { type Answer, registryActCall } from '#lib/device/live/server-calls.ts';

/** `unproven`: the server could not be asked, or did not know number and password. */
export type Unagreed =
	{ ok: false; refusal: Refusal } | { ok: false; unproven: Exclude<Answer<unknown>, { ok: true }> };
type Agreed = { ok: true; second?: StaffId } | Unagreed;

/** The other administrator of the authority, whose word a version needs; typed at this device, proven by the server. */
export class SecondHand {
	number = $state('');
	password = $state('');

	get #others(): readonly Colleague[] {
		if (desk.role !== 'authorityAdmin') return [];
		const people = desk.context?.people ?? [];
		return people.filter(({ id, roles }) => id !== desk.person?.id && roles.includes('authorityAdmin'));
	}

	get isNeeded(): boolean {
		return this.#others.length > 0;
	}

	/** Has the server record that both agree to this text under the id that its fact will have. Where nobody is needed it is so. */
	async agree(regulation: Regulation, id: FactId): Promise<Agreed> {
		if (!this.isNeeded) return { ok: true };
		const typed = { number: this.number.trim(), password: this.password };
		if (typed.number === '' || typed.password === '') return { ok: false, refusal: refuse('secondNeeded') };
		const second = this.#others.find(({ number }) => number === typed.number)?.id;
		if (!second) return { ok: false, refusal: refuse('secondWrong') };
		const { id: service, version } = regulation;
		const digest = digestOfImport(JSON.stringify(regulation));
		const answer = await registryActCall({
			id: newId(),
			as: 'authorityAdmin',
			commands: [{ kind: 'agreeImport', import: id, digest, id: service, version }],
			second: typed
		});
		this.password = '';
		if (!answer.ok) return { ok: false, unproven: answer };
		if (answer.value.ok) return { ok: true, second };
		const { code, params } = answer.value.refused[0]!;
		return { ok: false, refusal: { ok: false, code, params } };
	}
}
