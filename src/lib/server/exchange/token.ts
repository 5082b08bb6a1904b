import { decodeJwt, errors, importJWK, jwtVerify, type JWTPayload } from 'jose';
import { type ExchangeProblem } from '#lib/protocol/exchange-problem.ts';
import { makeToken, tokenHash } from '../http/secret-token.ts';
import type { Database } from '../store/database.ts';
import { type Client, findClient } from './clients.ts';
import { exchangeProblem } from './exchange-problem.ts';

export const TOKEN_SECONDS = 10 * 60;
/** The longest that an assertion may hold (RFC 7523, 3: the server may refuse one that ends unreasonably far ahead). */
const LONGEST_ASSERTION_SECONDS = 5 * 60;
/** What the clocks of a body's server and of this one may differ. */
const TOLERANCE_SECONDS = 30;
const LONGEST_JTI = 200;

const GRANT = 'client_credentials';
const ASSERTION = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

type Given = { ok: true; client: Client; token: string } | { ok: false; problem: ExchangeProblem };

/**
 * OAuth 2.0 client credentials with `private_key_jwt` (RFC 7523): an access token for a signed assertion, each of which opens something
 * once. All of it is in the database, which several processes share.
 * @param audiences the address of the token endpoint, and that of this server
 */
export async function giveToken(
	db: Database,
	form: URLSearchParams,
	{ audiences, at }: { audiences: readonly string[]; at: number }
): Promise<Given> {
	if (form.get('grant_type') !== GRANT)
		return refused('unsupportedGrant', 'unsupported_grant_type', `Send grant_type=${GRANT}`);
	if (form.get('client_assertion_type') !== ASSERTION)
		return refused('invalidClient', 'invalid_client', `Send client_assertion_type=${ASSERTION}`);
	const assertion = form.get('client_assertion') ?? '';
	const client = await clientNamed(db, assertion);
	if (!client)
		return refused(
			'invalidClient',
			'invalid_client',
			'client_assertion must be a JWT whose iss is the id of a client that is registered here'
		);
	if (client.revokedAt !== null)
		return refused(
			'invalidClient',
			'invalid_client',
			'This client was revoked: ask the administrator of the body to register a new one'
		);
	const proven = await proveAssertion(assertion, client, { audiences, at });
	if (!proven.ok) return refused('invalidClient', 'invalid_client', proven.sentence);
	if (!(await isFirstUse(db, client, proven.payload, at)))
		return refused(
			'invalidClient',
			'invalid_client',
			'This assertion was used before: sign a new one with another jti'
		);
	const token = makeToken();
	await db.deleteFrom('exchange_tokens').where('expires_at', '<=', at).execute();
	await db
		.insertInto('exchange_tokens')
		.values({ token_hash: tokenHash(token), client: client.id, expires_at: at + TOKEN_SECONDS * 1000 })
		.execute();
	return { ok: true, client, token };
}

const refused = (code: 'invalidClient' | 'unsupportedGrant', error: string, sentence: string): Given => ({
	ok: false,
	problem: exchangeProblem(code, sentence, { error })
});

/** Read before it is proven, only to know whose key proves it. */
async function clientNamed(db: Database, assertion: string): Promise<Client | undefined> {
	try {
		const { iss } = decodeJwt(assertion);
		return iss === undefined ? undefined : await findClient(db, iss);
	} catch (error) {
		if (error instanceof errors.JOSEError || error instanceof TypeError) return undefined;
		throw error;
	}
}

type Proven = { ok: true; payload: JWTPayload } | { ok: false; sentence: string };

async function proveAssertion(
	assertion: string,
	{ id, key }: Client,
	{ audiences, at }: { audiences: readonly string[]; at: number }
): Promise<Proven> {
	try {
		const { payload } = await jwtVerify(assertion, await importJWK(key, 'ES256'), {
			algorithms: ['ES256'],
			issuer: id,
			subject: id,
			audience: [...audiences],
			requiredClaims: ['exp', 'jti'],
			clockTolerance: TOLERANCE_SECONDS,
			currentDate: new Date(at)
		});
		if (payload.exp! - at / 1000 > LONGEST_ASSERTION_SECONDS + TOLERANCE_SECONDS)
			return { ok: false, sentence: 'The assertion holds too long: let exp be five minutes from now at most' };
		if (!payload.jti || payload.jti.length > LONGEST_JTI)
			return { ok: false, sentence: 'The assertion needs a jti of its own, 1 to 200 characters' };
		return { ok: true, payload };
	} catch (error) {
		if (error instanceof errors.JOSEError) return { ok: false, sentence: sentenceOf(error, audiences[0]!) };
		throw error;
	}
}

function sentenceOf(error: errors.JOSEError, audience: string): string {
	if (error instanceof errors.JWTExpired)
		return 'The assertion has ended: sign a new one, and see that the clock of the system is right';
	if (error instanceof errors.JWTClaimValidationFailed) {
		if (error.claim === 'aud') return `The assertion is for somebody else: let aud be ${audience}`;
		if (error.claim === 'sub' || error.claim === 'iss') return 'iss and sub must both be the id of the client';
		return `The claim ${error.claim} is missing or wrong: docs/exchange.md shows an assertion`;
	}
	if (error instanceof errors.JWSSignatureVerificationFailed)
		return 'The signature is not of the key that this client was registered with: sign with its private half, or register a new client';
	if (error instanceof errors.JOSEAlgNotAllowed) return 'Sign the assertion with ES256';
	return 'The assertion cannot be read as a signed JWT';
}

async function isFirstUse(db: Database, { id }: Client, { jti, exp }: JWTPayload, at: number): Promise<boolean> {
	await db.deleteFrom('exchange_assertions').where('expires_at', '<=', at).execute();
	const row = {
		assertion_hash: tokenHash(`${id} ${jti}`),
		expires_at: Math.ceil((exp! + TOLERANCE_SECONDS) * 1000)
	};
	const kept = await db
		.insertInto('exchange_assertions')
		.values(row)
		.onConflict((conflict) => conflict.doNothing())
		.returning('assertion_hash')
		.executeTakeFirst();
	return kept !== undefined;
}
