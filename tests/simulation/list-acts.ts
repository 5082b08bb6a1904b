import { type ApplicationSummary } from '#lib/domain/application/summary.ts';
import { type StaffId } from '#lib/domain/fact/ids.ts';
import { type ApplicationNumber, resultNumberOf } from '#lib/domain/number/paper-number.ts';
import { type ListCommand } from '#lib/domain/register/decide-list.ts';
import { handOf, WORDS } from './asking.ts';
import { type Act, type Knowledge } from './knowledge.ts';
import { type Place } from './places.ts';

/** A list of papers as one act. `listOf` gets the scanned ones; there may be none. */
const onMany =
	(
		fits: (row: ApplicationSummary, place: Place) => boolean,
		listOf: (chosen: readonly ApplicationSummary[], knowledge: Knowledge) => ListCommand
	): Act =>
	async (knowledge) => {
		const { rows, place, chance } = knowledge;
		const chosen = chance.some(
			rows.filter((row) => fits(row, place)),
			0.8
		);
		// Nothing to scan: that is recorded, or refused, as the list asks for it, but seldom tried.
		if (chosen.length === 0 && !chance.happens(0.1)) return null;
		return { list: listOf(chosen, knowledge), by: handOf(knowledge) };
	};

const numbersOf = (rows: readonly ApplicationSummary[]) => rows.map(({ number }) => number);
const result = (number: string) => resultNumberOf(number as ApplicationNumber);
/** Without its register nobody can say what should have been in a box. */
const FOUND = ['received', 'received', 'received', 'damaged'] as const;
const CHECKED = [...FOUND, 'missing', 'carried'] as const;
const COURIER = 'Ерлан';

const collect = onMany(
	({ packetAt }) => packetAt.startsWith('window/'),
	(chosen) => ({
		kind: 'collect',
		papers: numbersOf(chosen),
		window: '1',
		countersigned: { actor: 'inspector' as StaffId, role: 'centerInspector', by: 'pin' }
	})
);

const dispatch = onMany(
	({ packetAt }, { org }) => packetAt === `collection/${org}`,
	(chosen, { bodies, chance }) => {
		const toBody = chosen[0]?.body ?? chance.pick(bodies);
		return {
			kind: 'dispatch',
			papers: numbersOf(chosen.filter(({ body }) => body === null || body === toBody)),
			toBody,
			courier: COURIER
		};
	}
);

const arrive = onMany(
	({ packetAt }, { org }) => packetAt.startsWith(`transit/${org}/`),
	(chosen, knowledge) => checked('arrived', chosen, ({ packetAt }) => packetAt, knowledge)
);

const sendResults = onMany(
	({ resultAt, center }, { org }) => resultAt === `chancery/${org}` && center !== null,
	(chosen, { place }) => ({
		kind: 'sendBackToCenter',
		papers: numbersOf(chosen).map(result),
		toCenter: place.center,
		courier: COURIER
	})
);

const takeResults = onMany(
	({ resultAt }, { org }) => resultAt?.startsWith(`transit/${org}/`) === true,
	(chosen, knowledge) => checked('resultsArrived', chosen, ({ resultAt }) => resultAt ?? '', knowledge)
);

/** The box of the first paper is checked against its register; now and then that is lost, and everything is checked at once. */
function checked(
	fact: 'arrived' | 'resultsArrived',
	chosen: readonly ApplicationSummary[],
	holderOf: (row: ApplicationSummary) => string,
	{ chance }: Knowledge
): ListCommand {
	const box = chosen[0] && chance.happens(0.7) ? holderOf(chosen[0]) : null;
	// What was redirected travels without a register.
	const register = box?.split('/')[2] || null;
	const rows = chosen
		.filter((row) => box === null || holderOf(row) === box)
		.map(({ number }) => ({
			paper: fact === 'arrived' ? number : result(number),
			state: chance.pick(register ? CHECKED : FOUND)
		}));
	const odd = rows.filter(({ state }) => state === 'missing' || state === 'damaged');
	return {
		kind: 'arrive',
		fact,
		register,
		rows,
		remarks: Object.fromEntries(odd.map(({ paper }) => [paper, WORDS]))
	};
}

export const LIST_ACTS = { collect, dispatch, arrive, sendResults, takeResults };
