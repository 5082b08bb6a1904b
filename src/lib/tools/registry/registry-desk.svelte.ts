import { type OrgId, type Role } from '#lib/domain/fact/ids.ts';
import {
	type AuditResponse,
	type RegistryRequest,
	type RegistryResponse,
	type RegistryView
} from '#lib/protocol/registry-messages.ts';
import { type Answer, auditCall, registryActCall, registryCall } from '#lib/device/live/server-calls.ts';

type Ports = {
	read: (org?: OrgId) => Promise<Answer<RegistryView>>;
	act: (request: RegistryRequest) => Promise<Answer<RegistryResponse>>;
	audit: (query: Record<string, string>) => Promise<Answer<AuditResponse>>;
	newId: () => RegistryRequest['id'];
};

export const serverPorts = (newId: Ports['newId']): Ports => ({
	read: registryCall,
	act: registryActCall,
	audit: auditCall,
	newId
});

/** The registry of people, offices and devices as the server has it; acts go to the server and nowhere else. */
export class RegistryDesk {
	view = $state.raw<RegistryView | null>(null);
	/** Why nothing could be read; null where it was. */
	trouble = $state.raw<Exclude<Answer<unknown>, { ok: true }> | null>(null);
	busy = $state(false);
	readonly #ports: Ports;
	/** Ids of the acts that may be recorded though nobody heard so, by what was asked. */
	readonly #unanswered: Record<string, RegistryRequest['id'] | undefined> = {};

	constructor(ports: Ports) {
		this.#ports = ports;
	}

	async read(org: OrgId | undefined = this.view?.org): Promise<void> {
		const answer = await this.#ports.read(org);
		if (answer.ok) [this.view, this.trouble] = [answer.value, null];
		else this.trouble = answer;
	}

	/**
	 * Asks for all of the commands or none; after an allowed act the registry is read again. An act whose answer was lost is asked again
	 * with its id, so that it is never done twice; other commands are another act.
	 */
	async act(
		as: Role,
		commands: RegistryRequest['commands'],
		preview = false,
		second?: RegistryRequest['second']
	): Promise<Answer<RegistryResponse>> {
		this.busy = true;
		const asked = JSON.stringify([as, commands]);
		const id = (preview ? undefined : this.#unanswered[asked]) ?? this.#ports.newId();
		const request = { id, as, commands, ...(preview ? { preview: true as const } : {}), ...(second ? { second } : {}) };
		const answer = await this.#ports.act(request).finally(() => (this.busy = false));
		if (preview) return answer;
		this.#unanswered[asked] = answer.ok ? undefined : id;
		if (answer.ok && answer.value.ok) await this.read();
		return answer;
	}

	audit(query: Record<string, string>): Promise<Answer<AuditResponse>> {
		return this.#ports.audit(query);
	}
}
