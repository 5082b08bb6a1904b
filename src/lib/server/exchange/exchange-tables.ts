/** Instants are bigint columns: numbers on SQLite, strings on PostgreSQL, so read them through `Number()`. */
type BigintColumn = number;

/**
 * A body's own system. `device`: the device of the registry whose journal the server keeps for it. `key`: its public JWK, JSON; `roles`,
 * `people`: JSON arrays of what it may act as, and in whose names. `registers`: how many numbers of registers were given. `epoch`: in
 * which its journal began; `sealed_key`: by which the server signs what it writes there.
 */
type ClientRow = {
	id: string;
	org: string;
	name: string;
	device: string;
	key: string;
	roles: string;
	people: string;
	registered_by: string;
	registered_at: BigintColumn;
	registers: number;
	epoch: string;
	sealed_key: string;
};

type TokenRow = { token_hash: string; client: string; expires_at: BigintColumn };

/** Assertions that opened something: each does so once. */
type AssertionRow = { assertion_hash: string; expires_at: BigintColumn };

/**
 * An act by its idempotency key. `problem`: JSON of the refusal; null where there is none. What was recorded is told from its facts, so that
 * personal parts lie here in no second place.
 */
type ActRow = {
	act: string;
	request_hash: string;
	problem: string | null;
	at: BigintColumn;
};

export type ExchangeTables = {
	exchange_clients: ClientRow;
	exchange_tokens: TokenRow;
	exchange_assertions: AssertionRow;
	exchange_acts: ActRow;
};
