import { type Chance } from './chance.ts';
import { type SimDevice } from './sim-device.ts';
import { type SimRegistry } from './sim-registry.ts';

/** Devices that an administrator took out of use: they send, and are told nothing. */
export class Revocations {
	readonly #chance: Chance;
	readonly #revoked = new Set<SimDevice>();

	/** @param chance of its own, so that a seed means what it meant before there were any */
	constructor(chance: Chance) {
		this.#chance = chance;
	}

	has(device: SimDevice): boolean {
		return this.#revoked.has(device);
	}

	/** A copy of the disk has the key too. */
	copied(device: SimDevice, copy: SimDevice): void {
		if (this.#revoked.has(device)) this.#revoked.add(copy);
	}

	/** What makes a new key is another device. */
	wiped(device: SimDevice): void {
		this.#revoked.delete(device);
	}

	/** Now and then a device goes, with all copies of it. An org is left with one. */
	async happen(probability: number, devices: readonly SimDevice[], registry: SimRegistry): Promise<void> {
		if (!this.#chance.happens(probability)) return;
		const inUse = devices.filter((each) => !this.#revoked.has(each));
		const device = this.#chance.pick(inUse);
		const key = await keyOf(device);
		const keys = await Promise.all(inUse.map(keyOf));
		const copies = inUse.filter((_, at) => keys[at] === key);
		if (!inUse.some((each) => each.place.org === device.place.org && !copies.includes(each))) return;
		await registry.revoke(key);
		for (const each of copies) this.#revoked.add(each);
	}
}

const keyOf = async ({ journal }: SimDevice): Promise<string> => (await journal.deviceKey())!.key;
