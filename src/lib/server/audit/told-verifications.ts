import { type Instant, type OrgId, type Role, type StaffId } from '#lib/domain/fact/ids.ts';
import { type Registry } from '#lib/domain/registry/registry.ts';
import { type Verification, type VerificationResult } from '#lib/protocol/verification-messages.ts';
import { type KeptVerification } from './audit-tables.ts';
import { nameOf } from './fact-rows.ts';

type Told = { registry: Registry; orgs: readonly OrgId[]; role: Role };

/** Runs as an asker is told of them. The key of a place may name another org's application: only the authority reads it. */
export const toldVerifications = (rows: readonly KeptVerification[], told: Told): Verification[] =>
	rows.map(({ started_at, started_by, ended_at, outcome, result }) => ({
		startedAt: Number(started_at),
		endedAt: ended_at === null ? null : Number(ended_at),
		startedBy: started_by === null ? null : (nameOf(told, started_by as StaffId) ?? started_by),
		outcome: outcome as Verification['outcome'],
		result: result === null ? null : toldResult(JSON.parse(result) as VerificationResult, told)
	}));

/** What the last run that came to an end found; null where all was proven, or none ended. */
export function faultIn(rows: readonly KeptVerification[]): { at: Instant; found: number } | null {
	const last = rows.find(({ result }) => result !== null);
	const found = last ? (JSON.parse(last.result!) as VerificationResult).found : 0;
	return last && found > 0 ? { at: Number(last.started_at), found } : null;
}

const toldResult = (result: VerificationResult, { role }: Told): VerificationResult =>
	role === 'authorityAdmin'
		? result
		: { ...result, findings: result.findings.map((finding) => ({ ...finding, key: null })) };
