import { type DecideContext } from '$lib/domain/application/context';
import { type OrgId, type Role, type StaffId } from '$lib/domain/fact/ids';
import { actingOn, NO_STAFFING, rolesOn, type Staffing } from '$lib/domain/org/staffing';
import { ALMATY, localOf } from '$lib/domain/time/zone';
import { type ActStamp } from '$lib/journal/device-journal';
import { type Enrolment } from '$lib/journal/device-meta';
import { type Colleague, type ContextResponse, type OrgEntry } from '$lib/protocol/context-messages';
import { type Place } from '$lib/protocol/device-messages';
import { checkPin, makePinVerifier } from '$lib/protocol/pin';
import { type Person } from '$lib/protocol/session-messages';
import { type Journal, newId, openDeviceJournal } from '$lib/journal/open-device-journal';
import { enrolmentNeed } from './enrolment-need';
import { lawHere } from './law.svelte';
import { now } from './now.svelte';
import { PinTries } from './pin-tries';
import { readStaffing } from './read-staffing';
import { type Answer, contextCall, enrolCall, savePinCall, signInCall, signOutCall } from './server-calls';

const WHO = 'tereze:who';
const TRIES = 'tereze:pin-tries';

export type UnlockFailure =
	| { ok: false; why: 'unknownPerson' | 'noPin' }
	| { ok: false; why: 'wrongPin'; left: number }
	| { ok: false; why: 'wait'; waitMs: number };
/** Who acts, in which capacity. */
export type Actor = { actor: StaffId; role: Role };
export type DeskState = 'opening' | 'rebuilding' | 'ready' | 'noStorage';

/** Who works at this device, where, and with which journal. One per tab; the journal is one per browser. */
class Desk {
	state = $state<DeskState>('opening');
	rebuildShare = $state(0);
	person = $state.raw<Person | null>(null);
	/** Appointments, absences and areas of the own org. */
	staffing = $state.raw<Staffing>(NO_STAFFING);
	#chosen = $state<Role | null>(null);
	/** Who locked the device last: what they began may still be on its way to the printer. */
	#left: Actor | null = null;
	/** The day of the org's own clock. */
	readonly today = $derived(localOf(now.ms, ALMATY).date);
	/** What the person may work as today: their own roles first, then those held in another's place. */
	readonly roles: readonly Role[] = $derived(this.person ? rolesOn(this.person, this.staffing, this.today) : []);
	/** A role held by appointment ends with its last day: the person goes on in their own. */
	readonly role: Role | null = $derived(
		this.#chosen && this.roles.includes(this.#chosen) ? this.#chosen : (this.roles[0] ?? null)
	);
	/** The person works in another's place (м.а. · и.о.). */
	readonly acting = $derived(this.role !== null && this.person !== null && !this.person.roles.includes(this.role));
	place = $state.raw<Place | null>(null);
	deviceNumber = $state<number | null>(null);
	context = $state.raw<ContextResponse | null>(null);
	token: string | null = null;
	readonly #tries = new PinTries({
		read: () => localStorage.getItem(TRIES),
		write: (text) => localStorage.setItem(TRIES, text)
	});
	#journal: Journal | null = null;
	#opening: Promise<void> | undefined;

	/** The server did not know this device's token at the last sync: signing in gets a new one. */
	tokenRefused = $state(false);

	/** Whether this device has its place and its people: then a PIN is enough, online or not. */
	readonly enrolled = $derived(this.place !== null && this.context !== null);
	/** A fork took the number away: everything goes on but the giving of numbers, until somebody signs in with a line. */
	readonly numberless = $derived(this.place !== null && this.deviceNumber === null);
	readonly unlocked = $derived(this.person !== null && this.role !== null && this.enrolled);

	get journal(): Journal {
		if (!this.#journal) throw new Error('The journal is not open yet');
		return this.#journal;
	}

	/** Opens the journal and what was kept, once; a person who had unlocked this tab before a reload goes on. */
	open(): Promise<void> {
		this.#opening ??= this.#open();
		return this.#opening;
	}

	async #open(): Promise<void> {
		try {
			this.#journal = await openDeviceJournal();
			if (await this.#journal.needsRebuild()) {
				this.state = 'rebuilding';
				await this.#journal.rebuild(({ done, total }) => (this.rebuildShare = total === 0 ? 1 : done / total));
			}
			await lawHere.follow(this.#journal);
			const [enrolment, context, deviceNumber] = await this.#journal.read((reader) =>
				Promise.all([reader.meta('enrolment'), reader.meta('context'), reader.meta('deviceNumber')])
			);
			this.#take(enrolment, context, deviceNumber ?? null);
			await this.#staff();
			this.#resume();
			this.#journal.listen(() => void this.#follow());
			this.state = 'ready';
			if (this.numberless) void this.renew();
		} catch {
			// Private mode, a closed profile, a disk that refuses: told in plain words, nothing can be saved here.
			this.state = 'noStorage';
		}
	}

	#take(enrolment: Enrolment | undefined, context: ContextResponse | undefined, deviceNumber: number | null): void {
		this.deviceNumber = deviceNumber;
		this.place = enrolment?.place ?? null;
		if (enrolment?.token !== this.token) this.tokenRefused = false;
		this.token = enrolment?.token ?? null;
		this.context = context ?? null;
	}

	/** Kept as it is where nothing changed: what is shown from it is not read again at every record. */
	async #staff(): Promise<void> {
		const staffing = await readStaffing(this.journal, this.place?.org);
		if (JSON.stringify(staffing) !== JSON.stringify(this.staffing)) this.staffing = staffing;
	}

	/** Another tab may have enrolled the device, and a fork takes its number away; an appointment may have come. */
	async #follow(): Promise<void> {
		await this.#staff();
		const { number, enrolment } = await this.journal.read(async (reader) => ({
			number: (await reader.meta('deviceNumber')) ?? null,
			enrolment: await reader.meta('enrolment')
		}));
		if (number === this.deviceNumber && (enrolment?.token ?? null) === this.token) return;
		this.#take(enrolment, this.context ?? (await this.journal.read((reader) => reader.meta('context'))), number);
		if (this.numberless) void this.renew();
	}

	/**
	 * Asks for number and token again where the fork of the journal or a restored server made it needed, for the place that is
	 * known. Needs a session at the server; without one it is tried again after the next sign-in. One tab at a time.
	 */
	async renew(): Promise<void> {
		await navigator.locks.request('tereze:enrol', async () => {
			const { number, enrolment } = await this.journal.read(async (reader) => ({
				number: (await reader.meta('deviceNumber')) ?? null,
				enrolment: await reader.meta('enrolment')
			}));
			if (!enrolment) return;
			const known = { keptNumber: number, keptToken: enrolment.token, token: this.token, refused: this.tokenRefused };
			const need = enrolmentNeed(known);
			if (need === 'take') this.#take(enrolment, this.context ?? undefined, number);
			if (need === 'ask') await this.#askNumber(enrolment.place);
		});
	}

	#resume(): void {
		const [id, role] = (sessionStorage.getItem(WHO) ?? '').split(' ');
		const person = this.colleague(id ?? '');
		if (person && rolesOn(person, this.staffing, this.today).includes(role as Role)) this.#seat(person, role as Role);
	}

	#seat(person: Person, role: Role): void {
		this.person = person;
		this.#chosen = role;
		sessionStorage.setItem(WHO, `${person.id} ${role}`);
	}

	/** Signs in at the server. The device still has to be enrolled where `enrolled` is false. */
	async signIn(number: string, password: string): Promise<Answer<{ person: Person; hasPin: boolean }>> {
		const answer = await signInCall({ number, password });
		if (!answer.ok) return answer;
		this.#tries.forgive(number);
		const known = await this.refreshContext();
		if (!known.ok) return known;
		if (this.enrolled && answer.value.person.org === this.context!.org.id) {
			await this.renew();
			this.#seat(answer.value.person, answer.value.person.roles[0]!);
		}
		return { ok: true, value: answer.value };
	}

	/** Asks the server for this journal's device number, once; a lost answer is simply asked for again. */
	async enrol(person: Person, place: Place): Promise<Answer<null>> {
		const answer = await this.#askNumber(place);
		if (answer.ok) this.#seat(person, person.roles[0]!);
		return answer;
	}

	async #askNumber(place: Place): Promise<Answer<null>> {
		const { head, deviceNumber } = await this.journal.state();
		const answer = await enrolCall({ journal: head.journal, place, ...(deviceNumber ? { had: deviceNumber } : {}) });
		if (!answer.ok) return answer;
		const enrolment = { token: answer.value.token, place };
		await this.journal.keep('enrolment', enrolment);
		await this.journal.setDeviceNumber(answer.value.number);
		this.#take(enrolment, this.context ?? undefined, answer.value.number);
		return { ok: true, value: null };
	}

	/** Asks what the server knows of the own org and its people, and keeps it for the time without a line. */
	async refreshContext(): Promise<Answer<null>> {
		const answer = await contextCall(this.token ?? undefined);
		if (!answer.ok) return answer;
		this.context = answer.value;
		await this.journal.keep('context', answer.value);
		return { ok: true, value: null };
	}

	async choosePin(pin: string): Promise<Answer<unknown>> {
		const answer = await savePinCall(await makePinVerifier(pin));
		return answer.ok ? this.refreshContext() : answer;
	}

	/** Unlocks without a line, by staff number and PIN; also how one person hands the device to another. */
	async unlock(number: string, pin: string): Promise<{ ok: true } | UnlockFailure> {
		const checked = await this.checkHand(number, pin);
		if (!checked.ok) return checked;
		this.#seat(checked.person, checked.person.roles[0]!);
		return { ok: true };
	}

	/** Whether this number and PIN belong together: for unlocking, and for the second hand of a collection. */
	async checkHand(number: string, pin: string): Promise<{ ok: true; person: Colleague } | UnlockFailure> {
		const person = this.context?.people.find((colleague) => colleague.number === number.trim());
		if (!person) return { ok: false, why: 'unknownPerson' };
		if (!person.pin) return { ok: false, why: 'noPin' };
		const waitMs = this.#tries.waitMs(person.number, Date.now());
		if (waitMs > 0) return { ok: false, why: 'wait', waitMs };
		// Counted before it is checked: a tab closed in between has used its try.
		this.#tries.failed(person.number, Date.now());
		if (await checkPin(pin, person.pin)) {
			this.#tries.forgive(person.number);
			return { ok: true, person };
		}
		const left = this.#tries.left(person.number);
		if (left > 0) return { ok: false, why: 'wrongPin', left };
		return { ok: false, why: 'wait', waitMs: this.#tries.waitMs(person.number, Date.now()) };
	}

	/** Hides everything personal. Drafts stay, the shelf's custody does not move. */
	lock(): void {
		this.#left = this.#working();
		this.person = null;
		this.#chosen = null;
		sessionStorage.removeItem(WHO);
	}

	async signOut(): Promise<void> {
		this.lock();
		await signOutCall();
	}

	chooseRole(role: Role): void {
		if (this.person && this.roles.includes(role)) this.#seat(this.person, role);
	}

	get org(): OrgId {
		return this.place!.org;
	}

	#working(): Actor | null {
		return this.person && this.role ? { actor: this.person.id, role: this.role } : null;
	}

	/**
	 * Who, in which role, at which window: what every fact carries. An act that ends behind the lock is of the person who began it.
	 * @param as a colleague who has shown number and PIN
	 */
	stamp(as: Actor | null = this.#working() ?? this.#left): ActStamp {
		if (!as) throw new Error('Nobody has worked here yet');
		return {
			at: Date.now(),
			actor: as.actor,
			role: as.role,
			org: this.org,
			...(this.place?.window ? { window: this.place.window } : {})
		};
	}

	decideContext(as?: Actor): DecideContext {
		const { actor, role, org, window, at } = this.stamp(as);
		const acting = this.#actsInPlace({ actor, role }) ? { acting: true } : {};
		return { actor, role, org, ...(window ? { window } : {}), ...acting, now: at, newId };
	}

	/** The role is theirs by an appointment of today, not their own. */
	#actsInPlace({ actor, role }: Actor): boolean {
		const own = actor === this.person?.id ? this.person.roles : this.colleague(actor)?.roles;
		if (own?.includes(role)) return false;
		return actingOn(this.staffing, this.today).some((each) => each.staff === actor && each.role === role);
	}

	colleague(id: StaffId | string): Colleague | undefined {
		return this.context?.people.find((person) => person.id === id);
	}

	orgEntry(id: OrgId | string | null): OrgEntry | undefined {
		if (id === this.context?.org.id) return this.context.org;
		return this.context?.counterparts.find((org) => org.id === id);
	}
}

export const desk = new Desk();
