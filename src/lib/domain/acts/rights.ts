import { type FactType } from '../fact/fact.ts';
import { type Role, RoleSchema } from '../fact/ids.ts';
import { type StepFact } from '../regulation/vocabulary.ts';

/** By role, or by the units that the regulation of the application gives a step to (and `also`, whatever the regulation). */
export type Right = { roles: readonly Role[] } | { step: StepFact; also?: readonly Role[] };

/** Who may do an act, and the types of facts that it records. Checks beyond the role are in the act itself. */
export type ActRight = { by: Right; writes: readonly FactType[] };

const HANDLES_PAPERS = [
	'centerInspector',
	'accumulationInspector',
	'centerHead',
	'chancery',
	'head',
	'executor'
] as const satisfies readonly Role[];
const EVERYBODY = [...HANDLES_PAPERS, 'admin'] as const satisfies readonly Role[];
const HEADS = ['centerHead', 'head'] as const satisfies readonly Role[];
/** Of one org, and of all orgs under the authority; which orgs, the acts ask themselves. */
const ADMINS = ['admin', 'authorityAdmin'] as const satisfies readonly Role[];
const STAFFING = ['head', 'centerHead', 'admin'] as const satisfies readonly Role[];

/** One row per act, those of an office too: rights are defined nowhere else. A refusal names the first role of a row. */
export const RIGHTS = {
	accept: { by: { step: 'accepted' }, writes: ['accepted'] },
	noteIncomplete: { by: { roles: ['centerInspector'] }, writes: ['cameIncomplete'] },
	amend: { by: { roles: ['centerInspector', 'chancery'] }, writes: ['amended'] },
	withdraw: { by: { roles: ['centerInspector', 'chancery'] }, writes: ['withdrawn'] },
	returnDocuments: {
		by: { roles: ['centerInspector', 'chancery', 'accumulationInspector'] },
		writes: ['documentsReturned']
	},
	relabel: { by: { roles: HANDLES_PAPERS }, writes: ['labelled'] },
	print: { by: { roles: EVERYBODY }, writes: ['printed'] },
	spoilReceipt: {
		by: { roles: ['centerInspector', 'centerHead', 'chancery', 'executor', 'head'] },
		writes: ['receiptSpoiled']
	},
	// What the applicant got on applying is printed again by those who gave it: a receipt by the Center, a talon by the body.
	reprintReceipt: { by: { roles: ['centerInspector', 'centerHead'] }, writes: ['printed'] },
	reprintTalon: { by: { roles: ['chancery', 'executor', 'head'] }, writes: ['printed'] },
	lose: { by: { roles: HANDLES_PAPERS }, writes: ['lost'] },
	find: { by: { roles: HANDLES_PAPERS }, writes: ['reconstructed'] },
	annul: { by: { roles: HANDLES_PAPERS }, writes: ['annulled'] },
	renumber: { by: { roles: ['centerInspector', 'centerHead', 'chancery', 'head'] }, writes: ['renumbered'] },
	settle: {
		by: { roles: ['accumulationInspector', 'centerHead', 'chancery', 'head', 'admin'] },
		writes: ['discrepancySettled']
	},
	// What was done without a right counts, or is left out: those say so who answer for the org, or give its roles.
	settleFlag: { by: { roles: [...HEADS, ...ADMINS] }, writes: ['flagSettled'] },
	collect: { by: { roles: ['accumulationInspector'] }, writes: ['collected'] },
	dispatch: { by: { roles: ['accumulationInspector'] }, writes: ['dispatched'] },
	sendBackToCenter: { by: { roles: ['chancery'] }, writes: ['returned'] },
	arrive: { by: { roles: ['chancery', 'accumulationInspector'] }, writes: ['arrived', 'resultsArrived'] },
	register: { by: { roles: ['chancery'] }, writes: ['registered'] },
	assign: { by: { step: 'assigned' }, writes: ['assigned'] },
	examine: { by: { step: 'drafted' }, writes: ['examined'] },
	draft: { by: { step: 'drafted' }, writes: ['drafted'] },
	sendBack: { by: { step: 'signed' }, writes: ['sentBack'] },
	chooseDraft: { by: { step: 'signed' }, writes: ['sentBack', 'assigned'] },
	sign: { by: { step: 'signed', also: ['chancery'] }, writes: ['signed'] },
	noteResult: { by: { roles: ['chancery'] }, writes: ['assigned', 'drafted', 'signed', 'recorded'] },
	record: { by: { step: 'recorded' }, writes: ['recorded'] },
	redirect: { by: { roles: ['chancery', 'head'] }, writes: ['redirected'] },
	call: { by: { step: 'handedOut', also: ['chancery', 'executor'] }, writes: ['applicantCalled'] },
	handOut: {
		by: { step: 'handedOut', also: ['chancery', 'executor'] },
		writes: ['handedOut', 'handedOutWithoutReceipt']
	},
	unlock: { by: { roles: RoleSchema.options }, writes: ['unlocked'] },
	lock: { by: { roles: RoleSchema.options }, writes: ['locked'] },
	vouch: { by: { roles: RoleSchema.options }, writes: ['vouched'] },
	missSlot: { by: { roles: ['accumulationInspector'] }, writes: ['slotMissed'] },
	setAside: { by: { roles: HANDLES_PAPERS }, writes: ['setAside'] },
	settleTray: { by: { roles: HANDLES_PAPERS }, writes: ['discrepancySettled'] },
	handOverShift: {
		by: { roles: ['centerInspector', 'accumulationInspector', 'chancery'] },
		writes: ['shiftHandedOver']
	},
	closeDay: { by: { roles: HEADS }, writes: ['dayClosed'] },
	setDay: { by: { roles: STAFFING }, writes: ['calendarChanged'] },
	// Of the authority where there is one, else of a Center (`org/importers`): what was brought in before stays in force.
	importRegulation: { by: { roles: ADMINS }, writes: ['regulationImported'] },
	allowIntake: { by: { roles: HEADS }, writes: ['clockChecked'] },
	appoint: { by: { roles: STAFFING }, writes: ['actingAppointed'] },
	noteAbsence: { by: { roles: STAFFING }, writes: ['absenceNoted'] },
	giveArea: { by: { roles: STAFFING }, writes: ['areaGiven'] },
	revokeStaffing: { by: { roles: STAFFING }, writes: ['staffingRevoked'] },
	openOrg: { by: { roles: ['authorityAdmin'] }, writes: ['orgOpened'] },
	enterPerson: { by: { roles: ADMINS }, writes: ['personEntered', 'roleGiven'] },
	correctPerson: { by: { roles: ADMINS }, writes: ['personEntered'] },
	placePerson: { by: { roles: ADMINS }, writes: ['personEntered', 'roleGiven'] },
	giveRole: { by: { roles: ADMINS }, writes: ['roleGiven'] },
	endRole: { by: { roles: ADMINS }, writes: ['roleEnded'] },
	leave: { by: { roles: ADMINS }, writes: ['personLeft'] },
	/** The word of the second administrator, at the server; the version itself is `importRegulation`. */
	agreeImport: { by: { roles: ['authorityAdmin'] }, writes: ['importAgreed'] },
	rotateSecret: { by: { roles: ['authorityAdmin'] }, writes: ['secretRotated'] },
	resetCredentials: { by: { roles: ADMINS }, writes: ['credentialsReset'] },
	issueBadge: { by: { roles: ADMINS }, writes: ['badgeIssued', 'personKeySet'] },
	voidBadge: { by: { roles: ADMINS }, writes: ['badgeVoided'] },
	setWindow: { by: { roles: ADMINS }, writes: ['windowSet'] },
	setHours: { by: { roles: ADMINS }, writes: ['hoursSet'] },
	setRounds: { by: { roles: ADMINS }, writes: ['roundsSet'] },
	expectTransit: { by: { roles: ADMINS }, writes: ['transitExpected'] },
	enrolDevice: { by: { roles: ADMINS }, writes: ['deviceEnrolled'] },
	setDeviceKey: { by: { roles: ADMINS }, writes: ['deviceKeySet'] },
	moveDevice: { by: { roles: ADMINS }, writes: ['deviceMoved'] },
	revokeDevice: { by: { roles: ADMINS }, writes: ['deviceRevoked'] },
	// Reading is a right too: of those who answer for the terms (para 18), and of those who keep the book, sign and examine.
	readControl: { by: { roles: HEADS }, writes: [] },
	/** Counts of all orgs, nobody's name or number. */
	readOverview: { by: { roles: ['overseer', 'authorityAdmin'] }, writes: [] },
	readAllOfBody: { by: { roles: ['head'] }, writes: [] },
	readLedger: { by: { roles: ['chancery', 'executor', 'head'] }, writes: [] },
	readRegistry: { by: { roles: [...ADMINS, 'auditor'] }, writes: [] },
	/** Every fact of an org without its personal part. */
	readJournal: { by: { roles: [...ADMINS, 'auditor'] }, writes: [] },
	/** Law of all orgs that the server flagged. */
	readFlaggedLaw: { by: { roles: ['authorityAdmin'] }, writes: [] },
	/** Has the server prove its whole database, which changes nothing there. */
	verifyJournal: { by: { roles: [...ADMINS, 'auditor'] }, writes: [] }
} as const satisfies Record<string, ActRight>;

export type ActName = keyof typeof RIGHTS;

/** Acts whose right needs no regulation. */
export type ActByRole = { [K in ActName]: (typeof RIGHTS)[K]['by'] extends { roles: unknown } ? K : never }[ActName];

/** Roles that a right gives an act to. @param unitsOf the units that the regulation gives a step to */
export function rolesOf(by: Right, unitsOf: (step: StepFact) => readonly Role[]): readonly Role[] {
	return 'roles' in by ? by.roles : [...new Set([...unitsOf(by.step), ...(by.also ?? [])])];
}

/** The roles of an act whose right needs no regulation. */
export const rolesWith = (act: ActByRole): readonly Role[] => RIGHTS[act].by.roles;

export const mayByRole = (act: ActByRole, role: Role): boolean => rolesWith(act).includes(role);

/** Who may write a fact of each type, by the acts that write it. A type that no act writes is not in it. */
export function writersOf(unitsOf: (step: StepFact) => readonly Role[]): Map<FactType, ReadonlySet<Role>> {
	const writers = new Map<FactType, Set<Role>>();
	for (const { by, writes } of Object.values<ActRight>(RIGHTS))
		for (const type of writes) writers.set(type, new Set([...(writers.get(type) ?? []), ...rolesOf(by, unitsOf)]));
	return writers;
}
