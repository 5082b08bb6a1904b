import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { type DatabasePlace } from '#lib/server/store/engine.ts';
import { BuiltServer } from '#tests/support/built-server.ts';

const SETTINGS = { TEREZE_DEMO: 'people', ENROLMENTS_PER_HOUR: '100000', LOG_LEVEL: 'error' };

type DrilledOptions = {
	/** Settings beside those of every drill. */
	more?: Readonly<Record<string, string>>;
	/** Root of a built program of another version. */
	program?: string;
};

/** A server under load, on a file of SQLite in its folder or on a PostgreSQL that it may share. */
export class DrilledServer extends BuiltServer {
	readonly place: DatabasePlace;

	/** @param database address of a PostgreSQL; null for SQLite */
	constructor(port: number, database: string | null = null, { more = {}, program }: DrilledOptions = {}) {
		const settings = { ...SETTINGS, DATABASE_URL: database ?? '', ...more };
		super({ port, settings, ...(program === undefined ? {} : { program }) });
		this.place =
			database === null
				? { kind: 'sqlite', file: join(this.dataDir, 'tereze.db') }
				: { kind: 'postgres', url: database, pool: 1 };
	}

	/** Before the first start: servers of one database share the secret that the first of them made. */
	takeSecretOf(first: DrilledServer): void {
		const secret = join(this.dataDir, 'secret');
		if (!existsSync(secret)) copyFileSync(join(first.dataDir, 'secret'), secret);
	}
}
