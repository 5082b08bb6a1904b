import { type Generated, type Selectable } from 'kysely';

/** A run of the verifier. `started_by` is null where the server began it by itself; `result` is JSON, null while there is none. */
type VerificationRow = {
	nr: Generated<number>;
	started_at: number;
	started_by: string | null;
	role: string | null;
	ended_at: number | null;
	outcome: string;
	result: string | null;
};

export type AuditTables = { verifications: VerificationRow };

export type KeptVerification = Selectable<VerificationRow>;
