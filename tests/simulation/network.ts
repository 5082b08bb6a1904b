import { type OrgId } from '#lib/domain/fact/ids.ts';
import { type SyncRequest } from '#lib/protocol/sync-messages.ts';
import { type Transport, type TransportResult } from '#lib/sync/transport.ts';
import { type Chance } from './chance.ts';
import { type Levers } from './levers.ts';
import { type SimServer } from './sim-server.ts';

/** The line between devices and server: loses, repeats and holds back what it carries. */
export class Network {
	readonly #server: SimServer;
	readonly #chance: Chance;
	/** Requests that their devices gave up and that still arrive one day. */
	#late: { request: SyncRequest; org: OrgId }[] = [];
	levers: Levers;

	constructor(server: SimServer, chance: Chance, levers: Levers) {
		this.#server = server;
		this.#chance = chance;
		this.levers = levers;
	}

	to(org: OrgId): Transport {
		return async (request): Promise<TransportResult> => {
			const { dropRequest, dropAnswer, duplicate, delay, kill } = this.levers;
			if (this.#chance.happens(delay)) this.#late.push({ request: structuredClone(request), org });
			if (this.#chance.happens(dropRequest)) return { ok: false, reason: 'offline' };
			this.#server.dies = this.#chance.happens(kill);
			try {
				if (this.#chance.happens(duplicate)) await this.#server.receive(request, org);
				const response = await this.#server.receive(request, org);
				return this.#chance.happens(dropAnswer) ? { ok: false, reason: 'timeout' } : { ok: true, response };
			} catch {
				return { ok: false, reason: 'server' };
			} finally {
				this.#server.dies = false;
			}
		};
	}

	/** One of the late requests arrives; nobody waits for its answer. */
	async deliverLate(): Promise<void> {
		const index = this.#chance.below(Math.max(1, this.#late.length));
		const [late] = this.#late.splice(index, 1);
		if (late) await this.#server.receive(late.request, late.org);
	}
}
