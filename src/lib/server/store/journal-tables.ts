/** Counts and instants are bigint columns: numbers on SQLite, strings on PostgreSQL, so read them through `Number()`. */
type Bigint = number;
/** 0 or 1: SQLite has no booleans. */
type Flag = number;

/** Tables of the journal store. `nr` is a fact's number in order of arrival: shorter than its id, so indexes stay small. */
export type JournalTables = {
	meta: { key: string; value: string };
	/** `signed`: the highest place that the device's key signed, with its hash and the signature; 0 and '' where none is. */
	journals: {
		journal: string;
		device: string | null;
		org: string;
		held: Bigint;
		held_hash: string;
		highest: Bigint;
		signed: Bigint;
		signed_hash: string;
		signature: string;
	};
	/**
	 * Texts that are not a fact's own, or were quarantined; all others are in `facts`. In both, `in_chain` 1 is a place that the
	 * head has come to along checked links, 0 a text without one.
	 */
	entries: { journal: string; seq: Bigint; in_chain: Flag; hash: string; fact_id: string | null; text: string };
	facts: {
		nr: Bigint;
		id: string;
		journal: string;
		seq: Bigint;
		in_chain: Flag;
		hash: string;
		text: string;
		type: string;
		/** JSON array of numbers. */
		applications: string;
		device: string;
		received_at: Bigint;
		lacks_personal: Flag;
	};
	/** Facts that bear on every fold (traits: `feeds: 'law'`). */
	law_facts: { nr: Bigint };
	/** Facts on who stands in for whom (traits: `feeds: 'staffing'`), by the org that says them. */
	staffing_facts: { org: string; nr: Bigint };
	/** Facts of the server's own journals on people, orgs and devices; of the same types in other journals none counts. */
	registry_facts: { nr: Bigint };
	/** Facts on who came to which device and left it (`session-rows`). */
	session_facts: {
		nr: Bigint;
		type: string;
		session: string;
		person: string;
		device: string;
		journal: string;
		seq: Bigint;
		at: Bigint;
	};
	/** The server's last word about each fact that it ever flagged. */
	flags: { fact: string; reason: string; actor: string | null; nth: Bigint; stands: Flag; heard: Flag };
	fact_applications: { application: string; nr: Bigint };
	fact_personal: { nr: Bigint; salt: string; text: string };
	parties: { application: string; org: string; center: Flag; body_at: Bigint | null; left_at: Bigint | null };
	stream_entries: { org: string; position: Bigint; hash: string; nr: Bigint };
	stream_heads: { org: string; position: Bigint; hash: string };
	quarantine: {
		hash: string;
		journal: string;
		seq: Bigint;
		text: string;
		salt: string | null;
		personal: string | null;
		cause: string;
		state: string;
		device: string;
		at: Bigint;
		ended_at: Bigint | null;
	};
	applications: { number: string; summary: string; accepted_at: Bigint };
	/** Applications in work, a row for each of their orgs: what the control room counts. */
	running_applications: {
		number: string;
		org: string;
		step: string;
		person: string;
		service: string;
		center: string;
		due: Bigint | null;
		risk_from: Bigint | null;
		packet_since: Bigint;
	};
	application_keys: { key: string; number: string };
};
