import * as v from 'valibot';
import { type OrgId, type Role } from '#lib/domain/fact/ids.ts';
import { type ContextResponse, ContextResponseSchema } from '#lib/protocol/context-messages.ts';
import { type DemoResponse, DemoResponseSchema } from '#lib/protocol/demo-messages.ts';
import {
	type DeviceCodeRequest,
	type DeviceCodeResponse,
	DeviceCodeResponseSchema,
	type DeviceRequest,
	type DeviceResponse,
	DeviceResponseSchema,
	type ForkRequest
} from '#lib/protocol/device-messages.ts';
import {
	type JournalFact,
	JournalFactSchema,
	type JournalPage,
	JournalPageSchema,
	type JournalPlace,
	JournalPlaceSchema
} from '#lib/protocol/journal-messages.ts';
import {
	type ExchangeClientEntry,
	type ExchangeClientRequest,
	type ExchangeClients,
	ExchangeClientAnswerSchema,
	ExchangeClientsSchema
} from '#lib/protocol/exchange-clients.ts';
import { type ExchangeDocument, ExchangeDocumentSchema } from '#lib/protocol/exchange-document.ts';
import { type Problem, ProblemSchema } from '#lib/protocol/problem.ts';
import { type FlaggedLaws, FlaggedLawsSchema } from '#lib/protocol/flag-messages.ts';
import { type FirstStartRequest } from '#lib/protocol/first-start-messages.ts';
import {
	type AuditResponse,
	AuditResponseSchema,
	type RegistryRequest,
	type RegistryResponse,
	RegistryResponseSchema,
	type RegistryView,
	RegistryViewSchema
} from '#lib/protocol/registry-messages.ts';
import {
	type ControlReport,
	ControlReportSchema,
	type OverviewReport,
	OverviewReportSchema,
	type SearchReport,
	SearchReportSchema
} from '#lib/protocol/report-messages.ts';
import {
	type CodeRequest,
	type OtherSessions,
	OtherSessionsSchema,
	type PasswordChange,
	type PinRequest,
	type SessionResponse,
	SessionResponseSchema,
	type SignInRequest
} from '#lib/protocol/session-messages.ts';

import {
	type Verifications,
	VerificationsSchema,
	VerificationStartedSchema
} from '#lib/protocol/verification-messages.ts';

/** The line, the server's refusal, or its answer: all three are expected. */
export type Answer<T> =
	{ ok: true; value: T } | { ok: false; offline: true } | { ok: false; offline: false; problem: Problem };

const UNKNOWN_PROBLEM: Problem = { type: 'about:blank', title: 'Unexpected answer', status: 500 } as Problem;

async function ask<S extends v.GenericSchema>(
	schema: S,
	method: string,
	path: string,
	body?: unknown,
	token?: string
): Promise<Answer<v.InferOutput<S>>> {
	let response: Response;
	try {
		response = await fetch(path, {
			method,
			headers: {
				...(body === undefined ? {} : { 'content-type': 'application/json' }),
				...(token ? { authorization: `Device ${token}` } : {})
			},
			...(body === undefined ? {} : { body: JSON.stringify(body) })
		});
	} catch {
		return { ok: false, offline: true };
	}
	const json: unknown = await response.json().catch(() => null);
	if (!response.ok) {
		const problem = v.safeParse(ProblemSchema, json);
		return { ok: false, offline: false, problem: problem.success ? problem.output : UNKNOWN_PROBLEM };
	}
	const value = v.safeParse(schema, json);
	return value.success ? { ok: true, value: value.output } : { ok: false, offline: false, problem: UNKNOWN_PROBLEM };
}

export const signInCall = (request: SignInRequest): Promise<Answer<SessionResponse>> =>
	ask(SessionResponseSchema, 'POST', '/api/session', request);
export const codeCall = (request: CodeRequest): Promise<Answer<SessionResponse>> =>
	ask(SessionResponseSchema, 'POST', '/api/session/code', request);
export const changePasswordCall = (request: PasswordChange): Promise<Answer<SessionResponse>> =>
	ask(SessionResponseSchema, 'PUT', '/api/session/password', request);
export const savePinCall = (request: PinRequest): Promise<Answer<unknown>> =>
	ask(v.unknown(), 'PUT', '/api/session/pin', request);
export const otherSessionsCall = (): Promise<Answer<OtherSessions>> =>
	ask(OtherSessionsSchema, 'GET', '/api/session/others');
export const endOthersCall = (): Promise<Answer<unknown>> => ask(v.unknown(), 'DELETE', '/api/session/others');
export const signOutCall = (): Promise<Answer<unknown>> => ask(v.unknown(), 'DELETE', '/api/session');
export const enrolCall = (request: DeviceRequest, token?: string): Promise<Answer<DeviceResponse>> =>
	ask(DeviceResponseSchema, 'POST', '/api/devices', request, token);
export const forkCall = (request: ForkRequest, token: string): Promise<Answer<DeviceResponse>> =>
	ask(DeviceResponseSchema, 'POST', '/api/devices/fork', request, token);
export const contextCall = (token?: string): Promise<Answer<ContextResponse>> =>
	ask(ContextResponseSchema, 'GET', '/api/context', undefined, token);
export const demoCall = (): Promise<Answer<DemoResponse>> => ask(DemoResponseSchema, 'GET', '/api/demo');
export const controlReportCall = (): Promise<Answer<ControlReport>> =>
	ask(ControlReportSchema, 'GET', '/api/reports/control?most=1');
export const overviewReportCall = (): Promise<Answer<OverviewReport>> =>
	ask(OverviewReportSchema, 'GET', '/api/reports/overview');
export const searchReportCall = (text: string): Promise<Answer<SearchReport>> =>
	ask(SearchReportSchema, 'POST', '/api/reports/search', { q: text });
export const registryCall = (org?: OrgId): Promise<Answer<RegistryView>> =>
	ask(RegistryViewSchema, 'GET', org === undefined ? '/api/registry' : `/api/registry?org=${org}`);
export const registryActCall = (request: RegistryRequest): Promise<Answer<RegistryResponse>> =>
	ask(RegistryResponseSchema, 'POST', '/api/registry', request);
export const auditCall = (query: Record<string, string>): Promise<Answer<AuditResponse>> =>
	ask(AuditResponseSchema, 'GET', `/api/registry/audit?${new URLSearchParams(query)}`);
export const journalCall = (query: Record<string, string>): Promise<Answer<JournalPage>> =>
	ask(JournalPageSchema, 'GET', `/api/journal?${new URLSearchParams(query)}`);
export const journalFactCall = (query: { org: OrgId; id: string }): Promise<Answer<JournalFact>> =>
	ask(JournalFactSchema, 'GET', `/api/journal/fact?${new URLSearchParams(query)}`);
export const journalPlaceCall = (query: Record<string, string>): Promise<Answer<JournalPlace>> =>
	ask(JournalPlaceSchema, 'GET', `/api/journal/place?${new URLSearchParams(query)}`);
export const flaggedLawCall = (): Promise<Answer<FlaggedLaws>> => ask(FlaggedLawsSchema, 'GET', '/api/flags');
export const verificationsCall = (): Promise<Answer<Verifications>> =>
	ask(VerificationsSchema, 'GET', '/api/verification');
export const verifyCall = (as: Role): Promise<Answer<{ started: boolean }>> =>
	ask(VerificationStartedSchema, 'POST', '/api/verification', { as });
export const firstStartCall = (request: FirstStartRequest): Promise<Answer<SessionResponse>> =>
	ask(SessionResponseSchema, 'POST', '/api/first-start', request);
export const deviceCodeCall = (request: DeviceCodeRequest): Promise<Answer<DeviceCodeResponse>> =>
	ask(DeviceCodeResponseSchema, 'POST', '/api/devices/codes', request);
export const exchangeClientsCall = (org: OrgId): Promise<Answer<ExchangeClients>> =>
	ask(ExchangeClientsSchema, 'GET', `/api/exchange-clients?org=${org}`);
export const registerClientCall = (request: ExchangeClientRequest): Promise<Answer<{ client: ExchangeClientEntry }>> =>
	ask(ExchangeClientAnswerSchema, 'POST', '/api/exchange-clients', request);
export const exchangeDocumentCall = (path: string): Promise<Answer<ExchangeDocument>> =>
	ask(ExchangeDocumentSchema, 'GET', path);
