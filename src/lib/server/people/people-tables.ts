/**
 * What an org that has people here has set for itself; its name and address are in the directory of the resolution.
 * The lists are JSON texts, alike on SQLite and PostgreSQL.
 */
export type OrgRow = {
	id: string;
	windows: string;
	hours: string;
	slots: string;
};

export type PersonRow = {
	id: string;
	/** Staff number as typed at sign-in. */
	number: string;
	surname: string;
	given: string;
	patronymic: string | null;
	roles: string;
	org: string;
	window: string | null;
	/** PHC string of argon2id. */
	password: string;
	/** JSON of a `PinVerifier`. */
	pin: string | null;
	/** The PIN in the form that wraps a badge's key, sealed; null where it was chosen before there were badges. */
	pin_key: string | null;
	/** Null while they work here; the roles of whoever left are those held until then. */
	left_at: BigintColumn | null;
};

/** Instants are bigint columns: numbers on SQLite, strings on PostgreSQL, so read them through `Number()`. */
type BigintColumn = number;

type SessionRow = { token_hash: string; person: string; expires_at: BigintColumn };
type AttemptRow = { key: string; failures: number; since: BigintColumn };

/** A browser or an address where a number's right password was given. */
type KnownPlaceRow = { number: string; place: string; seen_at: BigintColumn };

/** Of one person one for each purpose. `issued_by`: null at the server's terminal. */
type OneTimeCodeRow = {
	person: string;
	purpose: 'password';
	/** PHC string of argon2id: a code is short enough to be tried out against a fast hash. */
	hash: string;
	issued_by: string | null;
	issued_at: BigintColumn;
	expires_at: BigintColumn;
	/** Wrong codes since it was given. */
	failures: number;
};

/** Digits and key are sealed by the server's secret; null where a restored database does not know them. `wrapped`: JSON of a `WrappedKey`. */
export type BadgeRow = {
	staff: string;
	badge: string;
	digits: string | null;
	private_key: string | null;
	wrapped: string | null;
};

type DeviceRow = {
	id: string;
	number: number;
	journal: string;
	org: string;
	place: string;
	window: string | null;
	token_hash: string;
	/** Public half of the key by which it signs; null where it has shown none. */
	key: string | null;
	registered_by: string;
	registered_at: BigintColumn;
	revoked_at: BigintColumn | null;
};

/**
 * Of each key of a device: the ticket by which it reads now, and the one before. `turn` counts the tickets given. `epoch`: in which the
 * last one was given, which begins anew with each start of the server. `copied_at`: an older ticket was shown.
 */
type DeviceTicketRow = {
	key: string;
	ticket_hash: string | null;
	ticket_at: BigintColumn | null;
	before_hash: string | null;
	before_at: BigintColumn | null;
	turn: BigintColumn;
	epoch: string | null;
	challenge_hash: string | null;
	challenge_at: BigintColumn | null;
	copied_at: BigintColumn | null;
};

/** Who gave a code for a device, and where it will stand. */
type EnrolmentCodeRow = {
	code_hash: string;
	org: string;
	place: string;
	window: string | null;
	issued_by: string;
	role: string;
	own_org: string;
	expires_at: BigintColumn;
};

/** What a device last reported of itself, in its syncs. */
type DeviceReportRow = {
	device: string;
	seen_at: BigintColumn;
	waiting: BigintColumn;
	version: string | null;
	clock_offset: BigintColumn | null;
	used: BigintColumn | null;
	quota: BigintColumn | null;
};

export type PeopleTables = {
	orgs: OrgRow;
	people: PersonRow;
	sessions: SessionRow;
	sign_in_attempts: AttemptRow;
	known_places: KnownPlaceRow;
	one_time_codes: OneTimeCodeRow;
	badges: BadgeRow;
	devices: DeviceRow;
	device_tickets: DeviceTicketRow;
	device_reports: DeviceReportRow;
	enrolment_codes: EnrolmentCodeRow;
};
