import { type OrgId } from '#lib/domain/fact/ids.ts';
import { type TicketRequest } from '#lib/protocol/device-messages.ts';
import { type SyncRequest } from '#lib/protocol/sync-messages.ts';
import { type Transport, type TransportResult } from '#lib/sync/transport.ts';
import { type Chance } from './chance.ts';
import { type Levers } from './levers.ts';
import { type SimDevice } from './sim-device.ts';
import { type SimServer } from './sim-server.ts';
import { type Shown, shownIn } from './sim-tickets.ts';

/** The line between devices and server: loses, repeats and holds back what it carries. */
export class Network {
	readonly #server: SimServer;
	readonly #chance: Chance;
	/** Requests that their devices gave up and that still arrive one day. */
	#late: { request: SyncRequest; org: OrgId; shown: Shown | undefined }[] = [];
	/** Of the requests for tickets: chances of their own, so that a seed means what it meant before there were any. */
	readonly #ticketChance: Chance | undefined;
	levers: Levers;
	/** How many tickets devices got. */
	tickets = 0;

	/** @param ticketChance where devices read by tickets */
	constructor(server: SimServer, chance: Chance, levers: Levers, ticketChance?: Chance) {
		this.#ticketChance = ticketChance;
		this.#server = server;
		this.#chance = chance;
		this.levers = levers;
	}

	/** The line of a device; where tickets are asked for, it gets what the server asks of it as the product's transport does. */
	to(device: SimDevice): Transport {
		const { org } = device.place;
		if (!this.#ticketChance) return this.#carry(org, async () => undefined);
		const access = device.access(this.#tickets(device, this.#ticketChance));
		const carry = this.#carry(org, async () => shownIn(await access.authorization()));
		return async (request) => {
			const answer = await carry(request);
			if (!answer.ok || !answer.response.withheld) return answer;
			const { withheld, ...response } = answer.response;
			if (!(await access.admit(withheld))) return answer;
			this.tickets += 1;
			return { ok: true, response: { ...response, more: true } };
		};
	}

	/** Requests for tickets are lost and repeated as all others are. */
	#tickets(device: SimDevice, chance: Chance): typeof fetch {
		return async (_url, init) => {
			const { dropRequest, dropAnswer, duplicate } = this.levers;
			const { key } = shownIn(new Headers(init?.headers).get('authorization'));
			const ask = () =>
				this.#server.giveTicket(key, JSON.parse(String(init?.body)) as TicketRequest, device.unlockedAt);
			if (chance.happens(dropRequest)) throw new TypeError('no line');
			if (chance.happens(duplicate)) await ask();
			const answer = await ask();
			if (chance.happens(dropAnswer)) throw new TypeError('no line');
			return answer;
		};
	}

	#carry(org: OrgId, show: () => Promise<Shown | undefined>): Transport {
		return async (request): Promise<TransportResult> => {
			const shown = await show();
			const { dropRequest, dropAnswer, duplicate, delay, kill } = this.levers;
			if (this.#chance.happens(delay)) this.#late.push({ request: structuredClone(request), org, shown });
			if (this.#chance.happens(dropRequest)) return { ok: false, reason: 'offline' };
			this.#server.dies = this.#chance.happens(kill);
			try {
				if (this.#chance.happens(duplicate)) await this.#server.receive(request, org, shown);
				const response = await this.#server.receive(request, org, shown);
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
		if (late) await this.#server.receive(late.request, late.org, late.shown);
	}
}
