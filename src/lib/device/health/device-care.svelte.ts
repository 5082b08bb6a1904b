import { type Role } from '#lib/domain/fact/ids.ts';
import { rolesOn } from '#lib/domain/org/staffing.ts';
import { intakeByClock, type LastAnswer } from '#lib/domain/time/device-clock.ts';
import { type Withheld } from '#lib/protocol/sync-messages.ts';
import { type Contradiction } from '#lib/journal/device-meta.ts';
import { storageHealth, type StorageHealth } from '#lib/journal/storage-health.ts';
import { actInOffice } from '#lib/device/session/acts.ts';
import { type UnlockFailure } from '#lib/device/keys/check-hand.ts';
import { desk } from '#lib/device/session/desk.svelte.ts';
import { type DeviceNewsKind, heardOf, newsOf, NOTHING_TOLD, quietly, readTold, type Told } from './device-news.ts';

const TOLD = 'tereze:told';
const MEASURE_EVERY_MS = 60_000;

type Released = { ok: true } | UnlockFailure | { ok: false; why: 'noRight' } | { ok: false; why: 'notSaved' };

/** What people at this device must know of it: its clock, its room, what a fork or a restored server has changed. */
class DeviceCare {
	health = $state.raw<StorageHealth | null>(null);
	lastAnswer = $state.raw<LastAnswer | null>(null);
	/** Why the server tells this device nothing; null: it does. */
	withheld = $state<Withheld | null>(null);
	news = $state.raw<readonly DeviceNewsKind[]>([]);
	/** The first place at which the server told another history than before, of those that nobody has read of. */
	contradiction = $state.raw<Contradiction | null>(null);
	#now: Told = NOTHING_TOLD;

	/** Follows the journal and measures the room; gives a function that stops it. */
	start(): () => void {
		const look = () => void this.#look();
		const measure = () => void this.measure();
		const stop = desk.journal.listen(look);
		const timer = setInterval(measure, MEASURE_EVERY_MS);
		look();
		measure();
		return () => {
			stop();
			clearInterval(timer);
		};
	}

	async measure(): Promise<StorageHealth> {
		return (this.health = await storageHealth(navigator.storage));
	}

	async #look(): Promise<void> {
		const { sealed, sync, contradicted } = await desk.journal.state();
		this.lastAnswer = sync.lastAnswer;
		this.withheld = sync.withheld ?? null;
		this.#now = { sealed: sealed.length, epoch: sync.epoch, contradicted: contradicted.length };
		const kept = localStorage.getItem(TOLD);
		const told = quietly(readTold(kept), this.#now);
		const text = JSON.stringify(told);
		if (text !== kept) localStorage.setItem(TOLD, text);
		this.news = newsOf(told, this.#now);
		this.contradiction = contradicted[told.contradicted] ?? null;
	}

	/** Somebody has read what happened. */
	heard(kind: DeviceNewsKind): void {
		const told = heardOf(kind, readTold(localStorage.getItem(TOLD)), this.#now);
		localStorage.setItem(TOLD, JSON.stringify(told));
		this.news = newsOf(told, this.#now);
	}

	/** Whether the clock allows intake: compared with the latest of all facts that this device wrote. */
	async clockAllowsIntake(): Promise<boolean> {
		return intakeByClock(Date.now(), await desk.journal.latestWritten()).ok;
	}

	/** The head of the office (`head`: in which role) has looked at the clock: their word is a fact, and the intake goes on. */
	async releaseClock(number: string, pin: string, head: Role): Promise<Released> {
		const checked = await desk.unlocking.checkHand(number, pin);
		if (!checked.ok) return checked;
		const { person } = checked;
		if (!rolesOn(person, desk.staffing, desk.today).includes(head)) return { ok: false, why: 'noRight' };
		const released = await actInOffice({ kind: 'allowIntake' }, { as: { actor: person.id, role: head } });
		if (released.ok) return { ok: true };
		if ('failure' in released) return { ok: false, why: 'notSaved' };
		// Another tab was first: what this one came for is so.
		return released.refusal.code === 'clockReleased' ? { ok: true } : { ok: false, why: 'noRight' };
	}
}

export const deviceCare = new DeviceCare();
