import * as v from 'valibot';
import { applicationNumberOf, type ApplicationNumber, type ResultNumber } from '../number/paper-number.ts';
import { type Envelope } from './fact.ts';
import { type OrgId, OrgIdSchema } from './ids.ts';

type Readable = Pick<Envelope, 'subject' | 'body' | 'type'>;

const isPaperOfApplication = (value: unknown): value is ApplicationNumber | ResultNumber =>
	typeof value === 'string' && /^[12]\d{15}$/.test(value);

/** The packets and results in the rows of a register's fact, in its order. */
function paperRows(fact: Readable): (ApplicationNumber | ResultNumber)[] {
	const rows = fact.body['rows'];
	if (!Array.isArray(rows)) return [];
	return (rows as { paper?: unknown }[]).map((row) => row?.paper).filter(isPaperOfApplication);
}

/**
 * The applications that fold from a fact. Reads loosely, so that a fact of a newer, unknown type of the usual shape is still
 * assigned to its application.
 */
export function touchedApplications(fact: Readable): string[] {
	const touched = new Set<string>(paperRows(fact).map(applicationNumberOf));
	if (fact.subject.kind === 'application') touched.add(fact.subject.number);
	if (fact.type === 'renumbered' && isPaperOfApplication(fact.body['to'])) touched.add(fact.body['to']);
	return [...touched];
}

/**
 * The orgs that a fact names: author, Center and body of an acceptance, receiver of a list; and for an org's own fact its
 * recipients (`tell`). An org named in a fact on an application is a party to it.
 */
export function namedParties(fact: Pick<Envelope, 'org' | 'body' | 'type'>): OrgId[] {
	const recipients = Array.isArray(fact.body['tell']) ? (fact.body['tell'] as unknown[]) : [];
	const named = [
		fact.org,
		fact.body['center'],
		fact.body['body'],
		fact.body['toBody'],
		fact.body['toCenter'],
		...recipients
	];
	return [...new Set(named.filter((org): org is OrgId => v.is(OrgIdSchema, org)))];
}

/** The registers that a fact makes or checks off: its own number, and the one whose rows it compared with the cart. */
export function touchedRegisters(fact: Readable): string[] {
	const touched = new Set<string>();
	if (fact.subject.kind === 'register') touched.add(fact.subject.number);
	if (typeof fact.body['register'] === 'string') touched.add(fact.body['register']);
	return [...touched];
}
