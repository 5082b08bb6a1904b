import { describe, expect, it } from 'vitest';
import { aStory, BODY, CENTER, NUMBER, REGISTER, RESULT } from '#tests/support/a-story.ts';
import { type DecideContext } from '../application/context.ts';
import { summaryOf } from '../application/summary.ts';
import { type FactId, type StaffId } from '../fact/ids.ts';
import { makePaperNumber, type PaperNumber } from '../number/paper-number.ts';
import { arrive } from './list-acts.ts';
import { isStillAwaited, rowsLeft } from './overtaken.ts';
import { foldRegister, type Register } from './register.ts';

const SECOND = makePaperNumber(9, 2, 2, 5) as PaperNumber;
const OTHER = makePaperNumber(1, 1, 2, 7);
const at = (packetAt: string, resultAt: string | null = null) => ({ packetAt, resultAt, body: BODY });
const register = (more: Partial<Register> = {}) => ({
	kind: 'dispatch' as const,
	to: BODY,
	arrivedAt: null,
	rows: [
		{ paper: NUMBER as string, state: 'underway' as const },
		{ paper: OTHER as string, state: 'underway' as const }
	],
	...more
});
const clerk: DecideContext = {
	actor: 'clerk' as StaffId,
	role: 'chancery',
	org: BODY,
	now: 0,
	newId: () => 'new' as FactId
};
const subject = { kind: 'register', number: SECOND } as const;

/** A packet that two devices put on a register each; it has arrived with the first. */
function onTwo() {
	const story = aStory();
	const collected = story.collected(story.accepted());
	const first = story.dispatched(collected);
	const second = story.dispatched(collected, { subject });
	story.arrived(first);
	return { story, second };
}

describe('a row that the facts have overtaken', () => {
	it('R40 ends by itself where its packet lies in an office, or is back with the applicant', () => {
		for (const place of [
			`chancery/${BODY}`,
			`executor/${BODY}/staff-9`,
			`archive/${BODY}`,
			'head/body-01',
			'applicant'
		])
			expect(rowsLeft(register(), (paper) => (paper === NUMBER ? at(place) : undefined))).toEqual({
				open: [OTHER],
				overtaken: [NUMBER]
			});
		for (const place of [`transit/${BODY}/${REGISTER}`, 'unknown/missing', `collection/${CENTER}`])
			expect(rowsLeft(register(), () => at(place)).overtaken).toEqual([]);
	});

	it('R40 ends for results where they lie in their Center or were handed out', () => {
		const back = register({ kind: 'return', to: CENTER, rows: [{ paper: RESULT, state: 'underway' }] });
		for (const place of [`collection/${CENTER}`, 'applicant'])
			expect(rowsLeft(back, () => at(`archive/${BODY}`, place)).overtaken).toEqual([RESULT]);
		expect(rowsLeft(back, () => at(`archive/${BODY}`, `transit/${CENTER}/9`)).open).toEqual([RESULT]);
	});

	it('R40 a register is waited for until all its rows have come, with it or another way', () => {
		const left = (places: Record<string, string>, of = register()) =>
			isStillAwaited(
				of,
				rowsLeft(of, (paper) => (places[paper] ? at(places[paper]) : undefined))
			);
		const here = `chancery/${BODY}`;
		expect(left({})).toBe(true);
		expect(left({ [NUMBER]: here })).toBe(true);
		expect(left({ [NUMBER]: here, [OTHER]: here })).toBe(false);
		const carried = register({ arrivedAt: 5, rows: [{ paper: NUMBER, state: 'carried' }] });
		expect(left({}, carried)).toBe(true);
		expect(left({ [NUMBER]: here }, carried)).toBe(false);
		expect(left({}, register({ rows: [] }))).toBe(true);
	});

	it('R40 its register as the facts tell it has nothing left to look for', () => {
		const { story } = onTwo();
		const folded = foldRegister(SECOND, story.facts)!;
		const left = rowsLeft(folded, () => summaryOf(story.fold(), () => null));
		expect(left).toEqual({ open: [], overtaken: [NUMBER] });
		expect(isStillAwaited(folded, left)).toBe(false);
	});

	it('R41 told as missing on the second register it is not lost: it lies in the chancery', () => {
		const { story, second } = onTwo();
		const missing = { rows: [{ paper: NUMBER, on: second, state: 'missing' as const }], register: SECOND };
		story.add('arrived', missing, { subject: { kind: 'register', number: makePaperNumber(9, 3, 1, 1) } });
		const { packet, anomalies } = story.fold();
		expect(packet.holder).toEqual({ kind: 'chancery', org: BODY });
		expect(anomalies.map(({ kind }) => kind)).not.toContain('missing');
	});

	it('R41 the clerk’s list leaves it out, and says so where nothing else is on it', () => {
		const { story } = onTwo();
		const list = (rows: { paper: string; state: 'missing' | 'received' }[]) => ({
			number: '9',
			register: SECOND,
			rows,
			remarks: { [NUMBER]: 'Арбада жоқ', [OTHER]: 'Арбада жоқ' }
		});
		const known = (paper: string) => (paper === NUMBER ? story.fold() : undefined);
		expect(arrive('arrived', list([{ paper: NUMBER, state: 'missing' }]), known, clerk)).toMatchObject({
			code: 'alreadyArrived'
		});
		const both = list([
			{ paper: NUMBER, state: 'missing' },
			{ paper: OTHER, state: 'missing' }
		]);
		expect(arrive('arrived', both, known, clerk)).toMatchObject({ value: [{ body: { rows: [{ paper: OTHER }] } }] });
	});

	it('R41 what is on the way to this office and not found is lost as before', () => {
		const story = aStory();
		const dispatched = story.dispatched(story.collected(story.accepted()));
		const missing = story.arrived(dispatched, 'missing');
		expect(story.fold().packet.holder).toEqual({ kind: 'unknown', why: 'missing', since: missing });
		const onSecond = aStory();
		const collected = onSecond.collected(onSecond.accepted());
		onSecond.dispatched(onSecond.dispatched(collected), { subject });
		onSecond.arrived(collected, 'missing');
		expect(onSecond.fold().packet.holder).toMatchObject({ kind: 'transit', register: SECOND });
	});
});
