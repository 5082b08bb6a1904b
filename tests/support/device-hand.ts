import { type DeviceKey, type KeyProof, makeDeviceKey, signed } from '#lib/protocol/device-key.ts';
import { type TicketRequest } from '#lib/protocol/device-messages.ts';
import { type SignedPlace } from '#lib/protocol/sync-messages.ts';
import { tokenHash } from '#lib/server/http/secret-token.ts';

const { subtle } = crypto;

/** What a device does with its key, outside a browser. */
export class DeviceHand {
	readonly own: DeviceKey;

	private constructor(own: DeviceKey) {
		this.own = own;
	}

	static async make(): Promise<DeviceHand> {
		return new DeviceHand(await makeDeviceKey(subtle));
	}

	get key(): string {
		return this.own.key;
	}

	/** Its key, shown for a journal. */
	async proof(journal: string): Promise<KeyProof> {
		const { key } = this;
		return { key, signature: await signed(subtle, this.own, { purpose: 'enrol', journal, key }) };
	}

	/** A place of a journal, as a push signs it. */
	async place(journal: string, { seq, hash }: { seq: number; hash: string }): Promise<SignedPlace> {
		return { seq, hash, signature: await signed(subtle, this.own, { purpose: 'push', journal, seq, hash }) };
	}

	async answer(challenge: string, last: string): Promise<NonNullable<TicketRequest['signed']>> {
		const said = { purpose: 'ticket', challenge, last: last === '' ? '' : tokenHash(last) } as const;
		return { challenge, last, signature: await signed(subtle, this.own, said) };
	}

	/** Where a journal goes on after a fork. */
	fork(said: { continues: string; commonSeq: number; hash: string; journal: string }): Promise<string> {
		return signed(subtle, this.own, { purpose: 'fork', ...said });
	}
}
