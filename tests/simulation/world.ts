import { type FactId, type OrgId } from '#lib/domain/fact/ids.ts';
import { nextAct } from './acts.ts';
import { type Chance, chanceOf } from './chance.ts';
import { holdersThatAreNotOne } from './custody-checks.ts';
import { type Deed, isRecordedTwice, type Knowledge } from './knowledge.ts';
import { type Levers, leversOf, noLevers } from './levers.ts';
import { Network } from './network.ts';
import { BODIES, type Cast, CASTS } from './places.ts';
import { PowerCut } from './power-cut.ts';
import { appoints, inAnothersRole, peopleOf } from './people.ts';
import { SimDevice } from './sim-device.ts';
import { Revocations } from './revocations.ts';
import { type Employee, SimRegistry } from './sim-registry.ts';
import { type BackedUpStore, SimServer } from './sim-server.ts';
import { SimSessions } from './sim-sessions.ts';
import { strangeDeed } from './strangers.ts';

const START = Date.UTC(2026, 10, 23, 4, 0);
const MOST_COPIES = 3;
const ACCEPTING: ReadonlySet<string> = new Set(['window', 'body', 'clerk']);
const DAY = 86_400_000;

type WorldOptions = { tickets: boolean; withPeople: boolean };

/** Devices, a server and the line between them, with everything that can go wrong, from one seed. */
export class World {
	readonly chance: Chance;
	readonly levers: Levers;
	readonly devices: SimDevice[] = [];
	readonly server: SimServer;
	readonly network: Network;
	/** Facts that were called saved, and of which a copy still exists somewhere. */
	saved = new Set<FactId>();
	/** Two stores were made from one: until all is settled they may give the same number. */
	copied = false;
	/** Promises that hold at any time, and did not at some moment of the run. */
	readonly brokenOnTheWay: string[] = [];
	/** Kinds of registers that were seen at the end. */
	registerKinds: ReadonlySet<string> = new Set();
	readonly #cast: Cast;
	readonly #people: readonly Employee[];
	readonly #sessions: SimSessions | undefined;
	readonly #revocations: Revocations;
	readonly #subtle: SubtleCrypto | undefined;
	#time = START;
	#ids = 0;
	#deviceNumbers = 0;
	#backups: (() => Promise<void>)[] = [];

	/** @param how whether devices have keys and read by tickets, and whether people come and go and the server judges what they had the right to */
	constructor(seed: number, store: BackedUpStore, cast: Cast = 'center', how: Partial<WorldOptions> = {}) {
		const { tickets = true, withPeople = false } = how;
		this.#cast = cast;
		this.#subtle = tickets ? crypto.subtle : undefined;
		this.chance = chanceOf(seed);
		this.levers = leversOf(this.chance);
		if (withPeople) this.levers = { ...this.levers, staff: 0.06, impostor: 0.1, revoke: 0.005 };
		this.#people = withPeople ? peopleOf(cast) : [];
		this.#revocations = new Revocations(chanceOf(seed + 2e9));
		this.#sessions = withPeople ? new SimSessions(chanceOf(seed + 1e9)) : undefined;
		this.server = new SimServer(store, () => this.#time, withPeople ? new SimRegistry(() => this.#time) : undefined);
		this.network = new Network(this.server, this.chance, this.levers, tickets ? chanceOf(-seed) : undefined);
	}

	async run(steps: number): Promise<void> {
		await this.server.start();
		const badges = this.#sessions?.issue(this.#people.map(({ staff }) => staff));
		if (badges) await this.server.registry!.enter(this.#people, badges);
		for (const place of CASTS[this.#cast]) await this.#add(place);
		for (let step = 0; step < steps; step += 1) await this.#step();
	}

	/** All lines work again, nobody records anything; everybody syncs until nothing moves. */
	async settle(): Promise<void> {
		this.network.levers = noLevers;
		for (const device of this.devices) device.store.faults = {};
		for (let pass = 0; pass < 40; pass += 1) {
			let moved = (await this.server.registry?.judgesAgain()) ?? false;
			for (const device of this.devices) {
				await this.#signIn(device);
				moved = (await this.#syncWhole(device)) || moved;
				await device.journal.refoldForLaw();
			}
			if (!moved) return;
		}
		throw new Error('The devices never come to rest');
	}

	/** Settles collisions as people do: the org of the later acceptance gives it a new number. Gives how many there were. */
	async renumberCollisions(): Promise<number> {
		let count = 0;
		for (const device of this.oneOfEachOrg())
			for (const { number } of await device.rows())
				for (const rival of (await device.application(number)).rivals) {
					if (rival.org !== device.place.org) continue;
					count += 1;
					const command = { kind: 'renumber', to: '', text: '' } as const;
					const act = { number, command, id: `renumbers-${rival.fact}` as FactId };
					// Whoever accepts there, at whatever device is left.
					const by = CASTS[this.#cast].find(({ org, kind }) => org === rival.org && ACCEPTING.has(kind))!;
					await this.#record(device, { act, by });
				}
		return count;
	}

	/** The devices that are told what there is. */
	get readers(): SimDevice[] {
		return this.devices.filter((device) => !this.#revocations.has(device));
	}

	/** The first device of each org. */
	oneOfEachOrg(): SimDevice[] {
		return this.orgs().map((org) => this.readers.find(({ place }) => place.org === org)!);
	}

	orgs(): OrgId[] {
		return [...new Set(CASTS[this.#cast].map(({ org }) => org))];
	}

	async close(): Promise<void> {
		await this.server.close();
	}

	async #step(): Promise<void> {
		this.#time += 1 + this.chance.below(600_000);
		const device = this.chance.pick(this.devices);
		const { wrongClock, clone, rollBack, wipe, restoreByCommand, restoreByCopy, relay } = this.levers;
		if (this.chance.happens(wrongClock)) device.clockError = Math.floor((this.chance.random() - 0.5) * 30 * DAY);
		if (this.chance.happens(0.08)) device.images.push(device.store.snapshot());
		if (this.chance.happens(0.05)) this.#backups.push(await this.server.backUp());
		if (this.chance.happens(clone) && this.devices.length < CASTS[this.#cast].length + MOST_COPIES)
			await this.#clone(device);
		if (this.chance.happens(rollBack) && device.images.length > 0) await this.#rollBack(device);
		if (this.chance.happens(wipe)) {
			this.#sessions?.ended(device);
			await this.#lose(() => device.become(undefined));
			this.#revocations.wiped(device);
			await this.#enrol(device);
		}
		if (this.chance.happens(restoreByCommand)) await this.#restore('command');
		if (this.chance.happens(restoreByCopy)) await this.#restore('copy');
		if (relay > 0 && this.chance.happens(relay)) await this.server.loseEpoch();
		const { staff, revoke } = this.levers;
		if (staff > 0 && this.chance.happens(staff)) await this.server.registry!.change(this.#people, this.chance);
		if (staff > 0 && this.chance.happens(0.3)) await this.server.registry!.judgesAgain();
		if (revoke > 0) await this.#revocations.happen(revoke, this.devices, this.server.registry!);
		if (this.chance.happens(0.7)) await this.#signIn(device);
		if (this.chance.happens(0.1)) await this.network.deliverLate();
		if (this.chance.happens(0.6)) await this.#act(device);
		if (this.chance.happens(0.45)) await this.#sync(device);
		if (this.chance.happens(0.1)) await Promise.all(this.devices.map((each) => this.#sync(each)));
	}

	async #act(device: SimDevice): Promise<void> {
		const rows = await device.rows();
		const knowledge: Knowledge = {
			place: device.place,
			journal: device.journal,
			rows,
			application: (number) => device.application(number),
			bodies: BODIES,
			orgs: this.orgs(),
			now: device.now(),
			chance: this.chance
		};
		const deed = this.chance.happens(this.levers.stranger) ? strangeDeed(knowledge) : await nextAct(knowledge);
		const { impostor, staff } = this.levers;
		const named = staff > 0 && this.chance.happens(0.05) ? appoints(knowledge, this.#people) : null;
		if (named) await this.#record(device, named);
		if (deed && impostor > 0 && this.chance.happens(impostor))
			deed.by = inAnothersRole(knowledge, this.#people, deed.by);
		if (deed) await this.#record(device, deed);
	}

	/** What goes through the rules is pressed in two tabs at once: it is recorded once. */
	async #record(device: SimDevice, deed: Deed): Promise<void> {
		const tabs = 'stranger' in deed ? [device] : [device, device];
		await this.#mortally(device, async () => {
			for (const { id } of (await this.#sessions?.come(device, deed.by, this.#newId)) ?? []) this.saved.add(id);
			const recorded = await Promise.allSettled(tabs.map((tab) => tab.record(deed)));
			for (const each of recorded) if (each.status === 'rejected') throw each.reason;
			const ids = recorded.map((each) => (each.status === 'fulfilled' ? each.value.map(({ id }) => id) : []));
			for (const id of ids.flat()) this.saved.add(id);
			if (isRecordedTwice(deed, ids))
				this.brokenOnTheWay.push(`${device.name} recorded one thing in two tabs as ${ids.join(' and ')}`);
		});
		this.brokenOnTheWay.push(...(await holdersThatAreNotOne(device)));
	}

	#sync(device: SimDevice): Promise<void> {
		return this.#mortally(device, async () => {
			for (let round = 0; round < 1 + this.chance.below(4); round += 1) {
				const result = await device.exchange(this.network.to(device), 2 + this.chance.below(20));
				if (!result.ok || !result.more) return;
			}
		});
	}

	async #syncWhole(device: SimDevice): Promise<boolean> {
		let moved = false;
		for (let round = 0; round < 200; round += 1) {
			const { tickets } = this.network;
			const result = await device.exchange(this.network.to(device), 500);
			if (!result.ok) throw new Error(`A quiet line fails: ${result.reason}`);
			// Another ticket is nothing that others have to hear of.
			const goesOn = result.more && tickets === this.network.tickets;
			moved ||= result.sent > 0 || result.received > 0 || goesOn;
			if (result.more) continue;
			if ((await device.journal.state()).sync.withheld === undefined) return moved;
			// Found to be a copy: somebody signs in there.
			await this.#signIn(device);
		}
		throw new Error(`${device.name} never comes to an end`);
	}

	/** The machine may die in any write of the work; then it is started again. */
	async #mortally(device: SimDevice, work: () => Promise<void>): Promise<void> {
		const { crashBefore, crashAfter } = this.levers;
		const mayDie = (probability: number) => () => {
			if (this.chance.happens(probability)) throw new PowerCut();
		};
		device.store.faults = { beforeCommit: mayDie(crashBefore), afterCommit: mayDie(crashAfter) };
		try {
			await work();
			device.store.faults = {};
		} catch (error) {
			if (!(error instanceof PowerCut)) throw error;
			this.#sessions?.ended(device);
			await device.start();
		}
	}

	async #add(place: SimDevice['place'], tables?: ConstructorParameters<typeof SimDevice>[3]): Promise<SimDevice> {
		const around = {
			chance: this.chance,
			now: () => this.#time,
			newId: this.#newId,
			subtle: this.#subtle
		};
		const device = new SimDevice(`device-${this.devices.length + 1}`, place, around, tables);
		const sessions = this.#sessions;
		if (sessions) device.sessionOf = (actor) => sessions.of(device, actor);
		await device.start();
		await this.#enrol(device);
		this.devices.push(device);
		return device;
	}

	async #clone(device: SimDevice): Promise<void> {
		this.copied = true;
		const copy = await this.#add(device.place, device.store.snapshot());
		this.#revocations.copied(device, copy);
		copy.clockError = device.clockError;
	}

	readonly #newId = () => `fact-${(this.#ids += 1)}` as FactId;

	async #rollBack(device: SimDevice): Promise<void> {
		this.#sessions?.ended(device);
		this.copied = true;
		await this.#lose(() => device.become(this.chance.pick(device.images)));
	}

	async #restore(way: 'command' | 'copy'): Promise<void> {
		if (this.#backups.length === 0) return;
		await this.#lose(() => this.server.restore(this.chance.pick(this.#backups), way));
	}

	/** After something was destroyed, only facts of which a copy is left anywhere can be asked for in the end. */
	async #lose(destroy: () => Promise<void>): Promise<void> {
		await destroy();
		const ids = [...this.saved];
		const holders = await Promise.all([this.server.held(ids), ...this.devices.map((device) => device.heldIds(ids))]);
		this.saved = new Set(ids.filter((id) => holders.some((held) => held.has(id))));
	}

	/** The number of a journal, with which the registry knows its device where there is one. */
	async #number(device: SimDevice): Promise<void> {
		const { deviceNumber, head } = await device.journal.state();
		if (deviceNumber !== null) return;
		const number = (this.#deviceNumbers += 1);
		await device.journal.setDeviceNumber(number);
		if (!this.#subtle || !this.server.registry || this.#revocations.has(device)) return;
		const { key } = (await device.journal.deviceKey())!;
		await this.server.registry.enrol({ number, journal: head.journal, org: device.place.org, key });
	}

	/** Where there is a registry nothing is taken from a device that was not enrolled. */
	async #enrol(device: SimDevice): Promise<void> {
		if (this.server.registry) await this.#number(device);
	}

	/** A person signs in where the device has no number: the server gives one, never twice. */
	async #signIn(device: SimDevice): Promise<void> {
		// After whatever the server has found out up to now; a suspicion is looked into again after some seconds.
		this.#time += 6000;
		device.unlockedAt = this.#time;
		await this.#number(device);
	}
}
