import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Fact, type FactDraft } from '../fact/fact.ts';
import { type FactId, type JournalId, type OrgId, type StaffId } from '../fact/ids.ts';
import { readFact } from '../fact/read-fact.ts';
import { writeFact } from '../fact/write-fact.ts';
import { sessionText } from './session-text.ts';
import { foldSessions, wasAtDesk } from './sessions.ts';

const CENTER = 'center-04' as OrgId;
const [AIGUL, DANA] = ['staff-101', 'staff-102'] as [StaffId, StaffId];
const MINUTE = 60_000;
const START = Date.UTC(2026, 10, 23, 4);
const SIGNATURE = 'a'.repeat(86);

/** What a device writes, one fact after the other, each a minute after the one before. */
class Device {
	readonly facts: Fact[] = [];
	readonly journal: JournalId;
	at: number;
	/** How wrong it knows its clock to go, ms. */
	offsetMs = 0;

	constructor(journal: string, at = START) {
		[this.journal, this.at] = [journal as JournalId, at];
	}

	write(id: string, actor: StaffId, body: Pick<FactDraft, 'type' | 'body'>, session?: string): Fact {
		const head = { journal: this.journal, seq: this.facts.length, hash: '' };
		const draft = { ...body, id: id as FactId, subject: { kind: 'org', org: CENTER }, details: null } as FactDraft;
		const stamp = {
			at: this.at,
			actor,
			role: 'centerInspector',
			org: CENTER,
			clock: { offsetMs: this.offsetMs, ageMs: 0 }
		} as const;
		const source = { newId: () => 'x' as FactId, newSalt: () => '' };
		const stored = writeFact(draft, { ...stamp, ...(session ? { session: session as FactId } : {}) }, head, source);
		const read = readFact(stored.text, null);
		if (!read.ok || !read.known) throw new Error('Not a fact');
		this.facts.push(read.fact);
		this.at += MINUTE;
		return read.fact;
	}

	unlocks(id: string, actor: StaffId, signature = SIGNATURE): Fact {
		return this.write(id, actor, { type: 'unlocked', body: { device: this.journal, signature } }, id);
	}

	locks(id: string, actor: StaffId, session: string): Fact {
		return this.write(id, actor, { type: 'locked', body: { session: session as FactId } }, session);
	}

	acts(id: string, actor: StaffId, session?: string): Fact {
		const body = { kind: 'collect', date: '2026-11-23', minutes: 660 } as const;
		return this.write(id, actor, { type: 'slotMissed', body } as Pick<FactDraft, 'type' | 'body'>, session);
	}
}

const judge = (facts: readonly Fact[], fact: Fact) =>
	wasAtDesk(
		foldSessions(facts, ({ body }) => body.signature === SIGNATURE),
		fact
	);

describe('sessions at a device', () => {
	it('I110 a fact of an open session of its actor was written at the desk, one of no session was not', () => {
		const device = new Device('J');
		device.unlocks('s1', AIGUL);
		const [inside, without, foreign] = [
			device.acts('1', AIGUL, 's1'),
			device.acts('2', AIGUL),
			device.acts('3', DANA, 's1')
		];
		device.unlocks('s2', DANA);
		expect(judge(device.facts, inside)).toBe(true);
		expect(judge(device.facts, without)).toBe(false);
		expect(judge(device.facts, device.acts('4', AIGUL, 'never'))).toBe(false);
		// Dana had proven no session yet: nobody can say.
		expect(judge(device.facts, foreign)).toBeNull();
		expect(judge(device.facts, device.acts('5', DANA, 's1'))).toBe(false);
	});

	it('I111 a session ends as its person locks, and as somebody unlocks the device; what was begun before may end a moment after', () => {
		for (const end of [
			(device: Device) => device.locks('end', AIGUL, 's1'),
			(device: Device) => device.unlocks('s2', DANA)
		]) {
			const device = new Device('J');
			device.unlocks('s1', AIGUL);
			end(device);
			device.at -= MINUTE / 2;
			const begun = device.acts('1', AIGUL, 's1');
			const late = device.acts('2', AIGUL, 's1');
			expect([judge(device.facts, begun), judge(device.facts, late)]).toEqual([true, false]);
		}
	});

	it.each([
		['learns how far its clock is behind', 300 * 24 * 60 * MINUTE, 0],
		['has its clock put right, which it knew to be behind', 0, 300 * 24 * 60 * MINUTE]
	])('I111 it goes on where the device %s', (_what, learned, knownBefore) => {
		const device = new Device('J');
		device.offsetMs = knownBefore;
		device.unlocks('s1', AIGUL);
		device.offsetMs = learned;
		if (knownBefore > 0) device.at += knownBefore;
		expect(judge(device.facts, device.acts('1', AIGUL, 's1'))).toBe(true);
	});

	it('I111 it ends after fourteen hours, and nobody else can lock it', () => {
		const device = new Device('J');
		device.unlocks('s1', AIGUL);
		device.unlocks('other', DANA);
		const another = new Device('K');
		another.unlocks('s2', AIGUL);
		another.locks('end', DANA, 's2');
		another.at = START + 14 * 60 * MINUTE;
		const last = another.acts('1', AIGUL, 's2');
		const tooLate = another.acts('2', AIGUL, 's2');
		expect([judge(another.facts, last), judge(another.facts, tooLate)]).toEqual([true, false]);
	});

	it('I112 a signature that is not of the person opens nothing; who never proved a session is not judged', () => {
		const device = new Device('J');
		device.unlocks('s1', AIGUL, 'b'.repeat(86));
		const fact = device.acts('1', AIGUL, 's1');
		expect(judge(device.facts, fact)).toBeNull();
		const elsewhere = new Device('K', START - 60 * MINUTE);
		elsewhere.unlocks('s0', AIGUL);
		expect(judge([...device.facts, ...elsewhere.facts], fact)).toBe(false);
	});

	it('I113 a fork moves facts to another journal, and the session holds there', () => {
		const before = new Device('J');
		before.unlocks('s1', AIGUL);
		const after = new Device('J2', before.at);
		const fact = after.acts('1', AIGUL, 's1');
		expect(judge([...before.facts, ...after.facts], fact)).toBe(true);
		const moved = { ...before.facts[0]!, journal: 'J2' as JournalId, seq: 1 };
		expect(judge([moved, fact], { ...fact, seq: 2 })).toBe(true);
	});

	it('I113 a clock that is set back in the middle of a session ends nothing', () => {
		const device = new Device('J');
		device.unlocks('s0', AIGUL);
		device.at += 30 * MINUTE;
		device.unlocks('s1', AIGUL);
		device.at -= 25 * MINUTE;
		expect(judge(device.facts, device.acts('1', AIGUL, 's1'))).toBe(true);
	});

	it('I114 the answer is the same whatever the order and number of arrivals', () => {
		const device = new Device('J');
		device.unlocks('s1', AIGUL);
		device.acts('1', AIGUL, 's1');
		device.locks('end', AIGUL, 's1');
		device.unlocks('s2', DANA);
		device.acts('2', AIGUL, 's1');
		device.acts('3', DANA, 's2');
		const answers = (facts: readonly Fact[]) => device.facts.map((fact) => judge(facts, fact));
		const expected = answers(device.facts);
		expect(expected).toEqual([null, true, null, null, false, true]);
		fc.assert(
			fc.property(fc.shuffledSubarray([...device.facts, ...device.facts], { minLength: 12 }), (facts) => {
				expect(answers(facts)).toEqual(expected);
			})
		);
	});

	it('I121 a session named from another device proves nothing, and nobody ends one from there', () => {
		const [here, there] = [new Device('J'), new Device('K')];
		here.unlocks('s1', AIGUL);
		here.unlocks('s0', DANA);
		const stolen = there.acts('1', AIGUL, 's1');
		const facts = [here.facts[0]!, ...there.facts];
		const sessions = foldSessions(facts, () => true);
		expect(wasAtDesk(sessions, stolen, (a, b) => a === b)).toBe(false);
		expect(wasAtDesk(sessions, stolen, () => true)).toBe(true);
	});

	it('I121 after a fork the next one to come ends the session that was begun before it', () => {
		const [before, after] = [new Device('J'), new Device('J2', START + 10 * MINUTE)];
		before.unlocks('s1', AIGUL);
		after.unlocks('s2', DANA);
		after.at += 5 * MINUTE;
		const late = after.acts('1', AIGUL, 's1');
		const facts = [...before.facts, ...after.facts];
		expect(
			wasAtDesk(
				foldSessions(
					facts,
					() => true,
					() => true
				),
				late
			)
		).toBe(false);
		expect(
			wasAtDesk(
				foldSessions(facts, () => true),
				late
			)
		).toBe(true);
	});

	it('I112 what is signed names purpose, person, device, session, the registry known and the time, and no place', () => {
		const opened = { person: AIGUL, device: 'J' as JournalId, session: 's1' as FactId, at: START };
		expect(sessionText(opened)).toBe(`tereze/session/1\nstaff-101\nJ\ns1\n-\n${START}`);
		const known = { journal: 'server' as JournalId, seq: 7 };
		expect(sessionText({ ...opened, known })).toBe(`tereze/session/1\nstaff-101\nJ\ns1\nserver 7\n${START}`);
	});
});
