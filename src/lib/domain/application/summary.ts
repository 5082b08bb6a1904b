import { settlerOf } from '../control/settler.ts';
import { type Applicant } from '../fact/application-facts.ts';
import { type Instant, type OrgId, type StaffId } from '../fact/ids.ts';
import { type StepFact, type UnitCode } from '../regulation/route.ts';
import { backwards, documentKeys, nameWords, phoneKeys } from '../search/search-keys.ts';
import { fullName } from '../text/person-name.ts';
import { ALMATY, localOf } from '../time/zone.ts';
import { type Application, type ApplicationState, type DecisionKind } from './application.ts';
import { counterKey } from './counter-key.ts';
import { hasDamagedResult } from './damaged-result.ts';
import { countedKey, holderKey, searchKeyOf } from './whereabouts.ts';

/** The row that lists and searches read: small, flat, rebuilt from the facts at any time. */
export type ApplicationSummary = {
	number: string;
	state: ApplicationState;
	/** Id of the regulation; null while only the number is known. */
	regulation: string | null;
	/** The next step's completing fact; null when the route is complete. */
	next: StepFact | null;
	acceptedAt: Instant;
	/** The window that accepted it; null at a body, or while only the number is known. */
	window: string | null;
	name: string | null;
	iin: string | null;
	center: OrgId | null;
	body: OrgId | null;
	documents: number;
	sheets: number;
	decision: DecisionKind | null;
	/** Whereabouts of both papers (`whereabouts.ts`), with the number of a register. */
	packetAt: string;
	packetSince: Instant;
	resultAt: string | null;
	/** Due time of the next step; null where no limit runs. Lateness changes without any fact: compare when shown. */
	due: Instant | null;
	/** When the limit of the next step began to run, and who did the previous step: "late since whose step". */
	since: Instant | null;
	sinceBy: StaffId | null;
	/** Who may do the next step, by the regulation: its unit, then the others. */
	units: readonly UnitCode[];
	executor: StaffId | null;
	/** The entry of the ledger. */
	recordedAt: Instant | null;
	ledgerNumber: string | null;
	receiptCopies: number;
	/** Number of open discrepancies. */
	anomalies: number;
	/** Facts that no version can read and that are never folded; absent where there are none. */
	unreadable?: number;
	/** Latest legal time in the story. */
	touchedAt: Instant;
	/** Key of its counter (`counter-key.ts`). */
	place: string;
	/** What the row is found by: `end:` (the number backwards, for its last digits), `iin:`, `name:` (loosely folded words), `tel:`, `doc:` (identity document), `at:` places of both papers, `step:`, `book:` (regulation, body and month of the ledger's entry), `odd`, `odd:` (org and role that settle it). */
	keys: string[];
};

/** Due time of the next step, from regulation, calendar and office hours; null where no limit runs. */
type DueOf = (application: Application) => Instant | null;

/** The row of one application. */
export function summaryOf(application: Application, dueOf: DueOf): ApplicationSummary {
	const { acceptance, steps, position, packet, result } = application;
	const applicant = acceptance?.applicant ?? null;
	const open = application.state === 'open' || application.state === 'numberOnly';
	const here = open ? steps[position] : undefined;
	const next = here?.step.fact ?? null;
	const row = {
		number: application.number,
		state: application.state,
		regulation: acceptance?.body.regulation.id ?? null,
		next,
		acceptedAt: acceptance?.at ?? 0,
		window: acceptance?.window ?? null,
		name: applicant ? fullName(applicant) : null,
		iin: applicant?.iin ?? null,
		center: acceptance?.body.center ?? null,
		body: application.body,
		documents: application.documents.length,
		sheets: application.documents.reduce((sum, { sheets }) => sum + sheets, 0),
		decision: application.decision?.kind ?? null,
		packetAt: holderKey(packet.holder),
		packetSince: packet.since,
		resultAt: result ? holderKey(result.holder) : null,
		due: open ? dueOf(application) : null,
		since: here?.startedAt ?? null,
		sinceBy: steps.slice(0, position).findLast(({ done }) => done)?.done?.actor ?? null,
		units: here ? [here.step.unit, ...here.step.alsoBy] : [],
		executor: application.assignment?.executor ?? null,
		recordedAt: application.decision?.recordedAt ?? null,
		ledgerNumber: application.decision?.ledgerNumber ?? null,
		receiptCopies: application.receiptCopies,
		anomalies: application.anomalies.filter(({ settled }) => !settled).length,
		touchedAt: application.story.reduce((latest, { at }) => Math.max(latest, at), 0)
	};
	const place = counterKey({
		step: row.next ?? row.state,
		packet: countedKey(packet.holder),
		result: result ? countedKey(result.holder) : '',
		service: row.regulation ?? ''
	});
	const damaged = hasDamagedResult(application) ? [DAMAGED_RESULT] : [];
	const rivals = isChoiceAsked(application) ? [TWO_DRAFTS] : [];
	return {
		...row,
		place,
		keys: [...keysOf(row), ...personKeys(applicant), ...oddKeys(application), ...damaged, ...rivals]
	};
}

function keysOf(row: Omit<ApplicationSummary, 'keys' | 'place'>): string[] {
	return [
		`end:${backwards(row.number)}`,
		...(row.iin ? [`iin:${row.iin}`] : []),
		...nameWords(row.name ?? '').map((word) => `name:${word}`),
		searchKeyOf('packet', row.packetAt),
		...(row.resultAt ? [searchKeyOf('result', row.resultAt)] : []),
		...(row.next ? [`step:${row.next}`] : []),
		...(row.recordedAt !== null && row.regulation && row.body
			? [bookKey(row.regulation, row.body, monthOf(row.recordedAt))]
			: []),
		...(row.anomalies > 0 ? ['odd'] : []),
		`state:${row.state}`
	];
}

/** Search keys of a person besides name and IIN. */
function personKeys(applicant: Applicant | null): string[] {
	return [...phoneKeys(applicant?.phone ?? ''), ...documentKeys(applicant?.identityDocument?.number ?? '')];
}

/** Orgs and roles with a discrepancy to settle. */
function oddKeys(application: Application): string[] {
	const open = application.anomalies.filter(({ settled }) => !settled);
	const settlers = open.map((anomaly) => settlerOf(anomaly, application));
	return [...new Set(settlers.flatMap(({ org, role }) => (org ? [oddKey(org, role)] : [])))];
}

/** The head must choose one of several drafts before anything is printed or signed. */
const isChoiceAsked = ({ decision, rivalDrafts }: Application): boolean =>
	decision !== null && !decision.signed && rivalDrafts.length > 0;

/** Key of a row with more than one draft. */
export const TWO_DRAFTS = 'drafts:several';

/** Key of a damaged result at its Center: it is not handed out. */
export const DAMAGED_RESULT = 'damaged:result';

/** Key of what a role of an org has to settle; without the role the prefix of all keys of the org. */
export const oddKey = (org: OrgId, role = ''): string => `odd:${org}/${role}`;

/** Key of one month of a service's ledger at a body; `month` as `YYYY-MM`. */
export const bookKey = (regulation: string, body: OrgId, month: string): string =>
	`book:${regulation}/${body}/${month}`;

const monthOf = (at: Instant): string => localOf(at, ALMATY).date.slice(0, 7);
