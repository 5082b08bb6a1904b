import { type DecideContext } from '#lib/domain/application/context.ts';
import { type Countersign } from '#lib/domain/fact/fact.ts';
import { type OrgId, type Role, type StaffId } from '#lib/domain/fact/ids.ts';
import { isActing, NO_STAFFING, rolesOn, type Staffing } from '#lib/domain/org/staffing.ts';
import { ALMATY, localOf } from '#lib/domain/time/zone.ts';
import { type By, deciderOf } from '#lib/journal/act.ts';
import { type ActStamp } from '#lib/journal/device-journal.ts';
import { type Enrolment } from '#lib/journal/device-meta.ts';
import { type Colleague, type ContextResponse, type OrgEntry } from '#lib/protocol/context-messages.ts';
import { type EnrolBy, type Place } from '#lib/protocol/device-messages.ts';
import { type Person, type SessionResponse } from '#lib/protocol/session-messages.ts';
import { type Journal, newId, openDeviceJournal } from '#lib/journal/open-device-journal.ts';
import { askNumber } from '#lib/device/enrolment/ask-number.ts';
import { BrowserSeat, sharedShelf, watchSeat } from './browser-seat.ts';
import { type Actor, stampOf } from './act-stamp.ts';
import { type UnlockFailure } from '#lib/device/keys/check-hand.ts';
import { deskSessionHere } from './desk-session.ts';
import { enrolmentKept } from '#lib/device/enrolment/enrolment-kept.ts';
import { KnownOrg } from './known-org.svelte.ts';
import { lawHere } from '#lib/device/live/law.svelte.ts';
import { now } from '#lib/device/live/now.svelte.ts';
import { openPatiently, type StorageTrouble } from '#lib/device/health/open-patiently.ts';
import { rebuildIfNeeded } from '#lib/device/health/rebuild-if-needed.ts';
import { readStaffing } from './read-staffing.ts';
import { renewNumber } from '#lib/device/enrolment/renew-number.ts';
import { type StatedRefusal, StatedWork } from '#lib/device/stated/stated-work.svelte.ts';
import { tabPerson } from './tab-person.ts';
import { type Answer, signOutCall } from '#lib/device/live/server-calls.ts';
import { type Unlocked } from '#lib/device/keys/unlocking.ts';
import { unlockingHere } from '#lib/device/keys/unlocking-here.ts';

/** Who works at this device, where, and with which journal. One per tab; the journal is one per browser. */
class Desk {
	state = $state<'opening' | 'rebuilding' | 'ready' | 'noStorage'>('opening');
	rebuildShare = $state(0);
	/** Why nothing can be saved here. */
	trouble = $state.raw<StorageTrouble | null>(null);
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
	readonly #working: Actor | null = $derived(
		this.person && this.role ? { actor: this.person.id, role: this.role } : null
	);
	/** The person works in another's place (м.а. · и.о.). */
	readonly acting = $derived(this.role !== null && this.person !== null && !this.person.roles.includes(this.role));
	place = $state.raw<Place | null>(null);
	deviceNumber = $state<number | null>(null);
	readonly #known = new KnownOrg();
	readonly context = $derived(this.#known.context);
	/** Disconnected by the administrator: what waits is still sent, and nobody works here. */
	readonly revoked = $derived(this.#known.revoked);
	token: string | null = null;
	readonly #browser = new BrowserSeat(sharedShelf);
	readonly unlocking = unlockingHere(() => this.context?.people ?? []);
	readonly statedWork = new StatedWork();
	readonly #session = deskSessionHere(() => this.wholeJournal);
	/** The badge that the person at work had when they came. */
	#badge: string | null = null;
	#journal: Journal | null = null;
	#opening: Promise<void> | undefined;

	/** The screen that the tab was on when it was locked is of the person before, not of the one who unlocked it. */
	isOthersScreen = false;
	/** The server did not know this device's token at the last sync: signing in gets a new one. */
	tokenRefused = $state(false);
	/** Whether this device has its place and its people: then a PIN is enough, online or not. */
	readonly enrolled = $derived(this.place !== null && this.context !== null);
	/** A fork took the number away: everything goes on but the giving of numbers, until somebody signs in with a line. */
	readonly numberless = $derived(this.place !== null && this.deviceNumber === null);
	readonly unlocked = $derived(this.person !== null && this.role !== null && this.enrolled);

	/** What screens read and act by: without names while somebody works under a stated number. */
	get journal(): Journal {
		return this.statedWork.view(this.wholeJournal);
	}

	/** For what no person looks at: sending and fetching, and who works here. */
	get wholeJournal(): Journal {
		if (!this.#journal) throw new Error('The journal is not open yet');
		return this.#journal;
	}

	/** Opens the journal and what was kept, once; a person who had unlocked this tab before a reload goes on. */
	open(): Promise<void> {
		this.#opening ??= this.#open();
		return this.#opening;
	}

	/** A person asks for another attempt after the store could not be opened. */
	openAgain(): void {
		[this.state, this.trouble] = ['opening', null];
		this.#opening = this.#open();
	}

	async #open(): Promise<void> {
		const opened = await openPatiently(() => this.#prepare());
		if (!opened.ok) return void ([this.state, this.trouble] = ['noStorage', opened.trouble]);
		await this.#resume();
		this.state = 'ready';
		this.wholeJournal.listen(() => void this.#follow());
		watchSeat(window, (isBack) => {
			if (this.person && (isBack || !this.#browser.isOf(this.person.id))) this.lock();
			else if (this.person && this.statedWork.hasChanged(this.person.id)) location.reload();
		});
		if (this.numberless) void this.renew();
	}

	/** All that a screen needs of the store. Tried again as a whole: a store that failed in the middle is opened anew. */
	async #prepare(): Promise<void> {
		this.#journal?.close();
		this.#journal = await openDeviceJournal();
		await rebuildIfNeeded(this.#journal, (share) => ([this.state, this.rebuildShare] = ['rebuilding', share]));
		await lawHere.follow(this.#journal);
		const { number, enrolment } = await enrolmentKept(this.wholeJournal);
		this.#take(enrolment, await this.#journal.read((reader) => reader.meta('context')), number);
		await this.#known.follow(this.#journal);
		await this.#staff();
	}

	#take(enrolment: Enrolment | undefined, context: ContextResponse | undefined, deviceNumber: number | null): void {
		[this.deviceNumber, this.place] = [deviceNumber, enrolment?.place ?? null];
		if (enrolment?.token !== this.token) this.tokenRefused = false;
		[this.token, this.#known.context] = [enrolment?.token ?? null, context ?? null];
	}

	/** Kept as it is where nothing changed: what is shown from it is not read again at every record. */
	async #staff(): Promise<void> {
		const staffing = await readStaffing(this.wholeJournal, this.place?.org, lawHere.law);
		if (JSON.stringify(staffing) !== JSON.stringify(this.staffing)) this.staffing = staffing;
	}

	/** The registry may have changed people and devices: whoever left, has no role here or no badge any more, is locked out at once. */
	async #followContext(): Promise<void> {
		if (!(await this.#known.follow(this.wholeJournal))) return;
		if (this.revoked) return this.signOut();
		if (!this.person) return;
		const known = this.colleague(this.person.id);
		const isVoid = this.#badge !== null && known?.badge?.id !== this.#badge;
		if (known && !isVoid && rolesOn(known, this.staffing, this.today).length > 0) this.person = known;
		else this.lock(true);
	}

	/** Another tab may have enrolled the device, and a fork takes its number away; an appointment or other people may have come. */
	async #follow(): Promise<void> {
		await this.#staff();
		await this.#followContext();
		const { number, enrolment } = await enrolmentKept(this.wholeJournal);
		if (number === this.deviceNumber && (enrolment?.token ?? null) === this.token) return;
		this.#take(enrolment, this.context ?? (await this.wholeJournal.read((reader) => reader.meta('context'))), number);
		if (this.numberless) void this.renew();
	}

	/**
	 * Asks for number and token again where the fork of the journal or a restored server made it needed, for the place that is
	 * known. Needs a session at the server; without one it is tried again after the next sign-in. One tab at a time.
	 */
	renew = (): Promise<void> =>
		renewNumber(this.wholeJournal, () => ({ token: this.token, refused: this.tokenRefused }), {
			take: (enrolment, number) => this.#take(enrolment, this.context ?? undefined, number),
			ask: (place) => this.#askNumber({ place })
		});

	/** After a reload; where the key of a badge is in memory no more, the badge is asked for. */
	async #resume(): Promise<void> {
		const { id, role } = tabPerson.read();
		const person = this.colleague(id);
		if (!person || !this.#browser.isOf(person.id)) return;
		if (!this.statedWork.isOf(person.id) && !(await this.unlocking.isWarm(person))) return;
		if (rolesOn(person, this.staffing, this.today).includes(role as Role))
			await this.#comeIn(person, role as Role, true);
	}

	/** Somebody comes to work: their session is written before their first act. @param isBack after a reload */
	async #comeIn(person: Person, role: Role = person.roles[0]!, isBack = false): Promise<void> {
		if (!isBack) this.statedWork.end();
		if (!this.statedWork.isOf(person.id))
			await this.#session.begin(this.colleague(person.id), stampOf({ actor: person.id, role }, this.place!), isBack);
		this.#seat(person, role, isBack);
	}

	/** Without badge and line a colleague goes on under the number that they state: nothing is proven, their facts name no session. */
	goOnUnder = (number: string): Promise<StatedRefusal | null> =>
		this.statedWork.begin(number, {
			people: this.context?.people ?? [],
			rolesOf: (person) => rolesOn(person, this.staffing, this.today),
			journal: this.wholeJournal,
			session: this.#session,
			seat: (person, role) => this.#seat(person, role)
		});

	#seat(person: Person, role: Role, isBack = false): void {
		if (this.revoked) return;
		this.statedWork.take(person.id, isBack);
		// Somebody else's half typed form stays in their place; the next person begins at their own work.
		this.isOthersScreen = !this.#browser.isLast(person.id);
		this.#browser.take(person.id);
		this.person = person;
		this.#badge = this.colleague(person.id)?.badge?.id ?? null;
		this.#chosen = role;
		tabPerson.keep(person.id, role);
	}

	/** Takes whom the server has let in. The device still has to be enrolled where `enrolled` is false. */
	async enter(answer: Answer<SessionResponse>): Promise<Answer<SessionResponse>> {
		if (!answer.ok) return answer;
		const { key, ...session } = answer.value;
		const known = await this.refreshContext();
		if (!known.ok) return known;
		// The key goes no further than the memory that holds keys.
		await this.unlocking.byPassword(session.person, key);
		if (this.enrolled && session.person.org === this.context!.org.id) {
			await this.renew();
			await this.#comeIn(session.person);
		}
		return { ok: true, value: session };
	}

	/** Asks the server for this journal's device number, once; a lost answer is simply asked for again. */
	async enrol(person: Person, where: EnrolBy): Promise<Answer<null>> {
		const answer = await this.#askNumber(where);
		if (answer.ok) await this.#comeIn(person);
		return answer;
	}

	async #askNumber(where: EnrolBy): Promise<Answer<null>> {
		const answer = await askNumber(this.wholeJournal, where, this.token);
		if (!answer.ok) return answer;
		this.#take(answer.value.enrolment, this.context ?? undefined, answer.value.number);
		return { ok: true, value: null };
	}

	/** Asks what the server knows of the own org and its people, and keeps it for the time without a line. */
	refreshContext = (): Promise<Answer<null>> => this.#known.refresh(this.wholeJournal, this.token);

	/** Unlocks without a line, by staff number and PIN; also how one person hands the device to another. */
	unlock = async (number: string, pin: string) => this.take(await this.unlocking.byPin(number, pin));

	/** Somebody has proven, at this device, who they are. */
	async take(unlocked: Unlocked): Promise<{ ok: true } | UnlockFailure> {
		if (unlocked.ok) await this.#comeIn(unlocked.person);
		return unlocked.ok ? { ok: true } : unlocked;
	}

	/** Hides everything personal. Drafts stay, the shelf's custody does not move. @param isOver they do not come back by the PIN alone */
	lock(isOver = false): void {
		this.#left = this.#working;
		if (isOver && this.#badge !== null && this.person) void this.unlocking.forget(this.person);
		if (this.#left) void this.#session.end(stampOf(this.#left, this.place!));
		if (this.person) this.#browser.leave(this.person.id);
		if (this.person) this.statedWork.end(this.person.id);
		[this.person, this.#chosen] = [null, null];
		tabPerson.forget();
	}

	async signOut(): Promise<void> {
		this.lock(true);
		await signOutCall();
	}

	chooseRole(role: Role): void {
		if (this.person && this.roles.includes(role)) this.#seat(this.person, role);
	}

	get org(): OrgId {
		return this.place!.org;
	}

	/** What every fact carries. An act that ends behind the lock is of who began it. @param as who has shown number and PIN */
	stamp(as: Actor | null = this.#working ?? this.#left): ActStamp {
		if (!as) throw new Error('Nobody has worked here yet');
		return stampOf(as, this.place!, this.#session.of(as.actor));
	}

	/** Who acts now, as the journal takes it. */
	by(countersigned?: Countersign, as?: Actor): By {
		const stamp = this.stamp(as);
		const own = stamp.actor === this.person?.id ? this.person.roles : this.colleague(stamp.actor)?.roles;
		// The role is theirs by an appointment of today, not their own.
		const acting = !own?.includes(stamp.role) && isActing(this.staffing, this.today, stamp.actor, stamp.role);
		return { stamp, acting, countersigned };
	}

	decideContext = (as?: Actor): DecideContext => deciderOf(this.by(undefined, as), newId);

	colleague = (id: StaffId | string): Colleague | undefined => this.#known.colleague(id);
	orgEntry = (id: OrgId | string | null): OrgEntry | undefined => this.#known.entry(id);
}

export const desk = new Desk();
