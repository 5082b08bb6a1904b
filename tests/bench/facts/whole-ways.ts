import { plainLaw } from '#tests/support/plain-law.ts';
import { foldApplication } from '#lib/domain/application/fold.ts';
import { type ApplicationSummary, summaryOf } from '#lib/domain/application/summary.ts';
import { type Fact } from '#lib/domain/fact/fact.ts';
import { type FactId, type OrgId } from '#lib/domain/fact/ids.ts';
import { type ApplicationNumber, makePaperNumber, resultNumberOf } from '#lib/domain/number/paper-number.ts';
import { entriesOf, type StepFact } from '#lib/domain/regulation/route.ts';
import { dueOfNextStep } from '#lib/law/law.ts';
import { applicantOf } from './made-up-people.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const YEAR_DAYS = 365;
const BODY = 'body-15' as OrgId;
const { centers } = plainLaw.directory.bodies.find(({ id }) => id === BODY)!;

/** How long a step takes after the one before, in hours; the hand-out waits for its applicant, from a day to six weeks. */
const HOURS: Record<StepFact, number> = {
	accepted: 0,
	collected: 3,
	dispatched: 2,
	arrived: 20,
	registered: 2,
	assigned: 8,
	drafted: 130,
	signed: 24,
	recorded: 4,
	returned: 24,
	resultsArrived: 20,
	handedOut: 24
};

/** Large and small services; the same eight in turn would be no life. */
const SHARES = [4, 1, 9, 3, 1, 2, 1, 6];
const SERVICES = SHARES.flatMap((share, place) => new Array<number>(share).fill(place));

/**
 * The row of one of a body's applications of the last year, folded from as many facts of its way as fit between its day and now:
 * most are handed out, the others lie at every step, some of them late. The same number gives the same application.
 * @param of how many there are: they are spread over the year
 */
export function rowOfTheYear(nr: number, of: number, now: number): ApplicationSummary {
	const regulation = plainLaw.services[SERVICES[nr % SERVICES.length]!]!;
	const entries = entriesOf(regulation);
	const entry = entries[nr % 7 === 0 ? entries.length - 1 : 0]!;
	const center = entry === 'center' ? (centers[nr % centers.length] as OrgId) : null;
	const outcome = nr % 11 === 0 ? 'refusal' : 'notice';
	const number = makePaperNumber(1, 1 + (nr % 40), 1 + Math.floor(nr / 40), (nr * 7) % 1000);
	const acceptedAt = now - Math.floor(((of - nr) / of) * YEAR_DAYS * DAY);
	const slow = nr % 9 === 0 ? 3 : 1;
	const ref = { id: regulation.id, version: regulation.version };
	const facts: Fact[] = [];
	let at = acceptedAt;
	for (const { fact: type } of plainLaw.routeOf(ref, entry, outcome)!) {
		at += HOURS[type] * HOUR * slow + (type === 'handedOut' ? (nr % 41) * DAY : 0);
		if (at > now) break;
		const before = facts.at(-1)?.id;
		facts.push(factOf(type, { nr, number, at, before, center, entry, outcome, regulation: ref }));
	}
	return summaryOf(foldApplication(number, facts, plainLaw), (each) => dueOfNextStep(each, plainLaw));
}

const STEMS =
	'Ахмет Оспан Әбдірахман Тұрсын Жүніс Сейіт Қали Ыбырай Омар Иса Мұса Сүлеймен Бекмұрат Қасым Серік Нұрлан Болат Марат Ержан Дәулет Жақсылық Қуаныш Рахым Сәбит Темір Төлеу Шәріп Ысқақ Өтеген Айтбай Асан Байжан Ғабит Дүйсен Есен Жанұзақ'.split(
		' '
	);
const ENDINGS = ['ов', 'ова', 'баев', 'баева', 'беков', 'бекова', 'қызы', 'ұлы', 'ханов', 'ханова'];
const PEOPLE = 70_000;

/** One of 70,000 people; some surnames are much more frequent than others. */
function personOf(nr: number) {
	const person = (nr * 7919) % PEOPLE;
	const share = ((person * 31) % 1000) / 1000;
	const stem = STEMS[Math.floor(share * share * STEMS.length)]!;
	return { ...applicantOf(person), surname: stem + ENDINGS[Math.floor(person / 7) % ENDINGS.length]! };
}

type Way = {
	nr: number;
	number: ApplicationNumber;
	at: number;
	before: FactId | undefined;
	center: OrgId | null;
	entry: 'center' | 'body';
	outcome: 'notice' | 'refusal';
	regulation: { id: string; version: number };
};

const AT_THE_BODY = ['arrived', 'registered', 'assigned', 'drafted', 'signed', 'recorded', 'returned'];

function factOf(type: StepFact, way: Way): Fact {
	const { nr, number, at, before, center, entry } = way;
	const isBody = center === null || AT_THE_BODY.includes(type);
	const isList = ['collected', 'dispatched', 'arrived', 'returned', 'resultsArrived'].includes(type);
	const on = before ? [before] : [];
	return {
		v: 1,
		id: `${number}-${type}` as FactId,
		type,
		journal: isBody ? 'body' : 'center',
		seq: nr + 1,
		prev: '',
		subject: isList ? { kind: 'register', number: makePaperNumber(9, 1, 1, 1) } : { kind: 'application', number },
		on,
		replaces: [],
		at,
		clock: { offsetMs: 0, ageMs: 0 },
		actor: 'staff-1',
		role: entry === 'body' || isBody ? 'chancery' : 'centerInspector',
		org: isBody ? BODY : center,
		window: '2',
		body: bodyOf(type, way, before ? { on: before } : {}),
		details: type === 'accepted' ? personOf(nr) : null
	} as unknown as Fact;
}

function bodyOf(type: StepFact, { nr, number, at, center, entry, outcome, regulation }: Way, on: object): object {
	const packet = [{ paper: number, ...on }];
	const result = [{ paper: resultNumberOf(number), ...on }];
	switch (type) {
		case 'accepted':
			return { regulation, entry, center, body: BODY, visitStartedAt: at, documents: [{ form: 'copy', sheets: 2 }] };
		case 'collected':
			return { rows: packet, window: '2' };
		case 'dispatched':
			return { rows: packet, toBody: BODY };
		case 'arrived':
			return { rows: packet.map((row) => ({ ...row, state: 'received' })), register: makePaperNumber(9, 1, 1, 1) };
		case 'assigned':
			return { executor: `staff-${203 + (nr % 12)}` };
		case 'drafted':
			return { decision: outcome };
		case 'recorded':
			return { decision: outcome, sheets: 1, ledgerNumber: String(nr) };
		case 'returned':
			return { rows: result, toCenter: center };
		case 'resultsArrived':
			return { rows: result.map((row) => ({ ...row, state: 'received' })), register: makePaperNumber(9, 1, 1, 1) };
		case 'handedOut':
			return { to: 'applicant', sheets: 1, originals: { documents: 0, sheets: 0 } };
		default:
			return {};
	}
}
