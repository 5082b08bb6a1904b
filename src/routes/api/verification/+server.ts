import { type Verifications, VerificationRequestSchema } from '#lib/protocol/verification-messages.ts';
import { mayByRole } from '#lib/domain/acts/rights.ts';
import { auditorOf } from '#lib/server/audit/auditor.ts';
import { toldVerifications } from '#lib/server/audit/told-verifications.ts';
import { verificationsOf } from '#lib/server/audit/verifications-of.ts';
import { answer, problem } from '#lib/server/http/problem.ts';
import { readJson } from '#lib/server/http/read-json.ts';
import { notProvenBy } from '#lib/server/verify/proven-columns.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { db, session } }) => {
	const auditor = await auditorOf(db, session);
	if (!auditor.ok) return auditor.response;
	const runs = toldVerifications(await (await verificationsOf(db)).last(), auditor);
	const notProven = [...notProvenBy()].map(([reason, names]) => ({ reason, names }));
	return answer({ runs, notProven, serverTime: Date.now() } satisfies Verifications);
};

export const POST: RequestHandler = async ({ request, locals: { db, session } }) => {
	if (!session) return problem('notSignedIn');
	const read = await readJson(request, VerificationRequestSchema);
	if (!read.ok) return read.response;
	const { as } = read.value;
	if (!session.person.roles.includes(as) || !mayByRole('verifyJournal', as)) return problem('notAllowed');
	const started = await (await verificationsOf(db)).start({ staff: session.person.id, role: as });
	return answer({ started });
};
