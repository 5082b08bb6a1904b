import { describe, expect, it } from 'vitest';
import { writeFact } from './write-fact.ts';
import { type FactDraft } from './fact.ts';
import { type FactId, type JournalId } from './ids.ts';
import { acceptance, applicationNo, collection, registerNo, registration, stamp } from '#tests/support/fact-drafts.ts';
import { foldApplication } from '../application/fold.ts';
import { context } from '#tests/support/a-story.ts';
import { readFact, placeIn } from './read-fact.ts';
import { LAST_INSTANT, nestsTooDeep } from './bounds.ts';

const head = { journal: 'J1' as JournalId, seq: 4, hash: 'a'.repeat(64) };
const written = (draft: FactDraft) =>
	writeFact(draft, { ...stamp(), clock: { offsetMs: 0, ageMs: 0 } }, head, {
		newId: () => 'fact-1' as FactId,
		newSalt: () => 's'
	});
const registered = written(registration(applicationNo(1))).text;
const accepted = written(acceptance(applicationNo(1))).text;
/** The text of the fact with one piece of it changed. */
const changed = (text: string, piece: string | RegExp, to: string): string => {
	const other = text.replace(piece, to);
	expect(other).not.toBe(text);
	return other;
};
const reasonOf = (text: string) => {
	const read = readFact(text, null);
	return read.ok ? 'read' : read.reason;
};
const AT = /"at":\d+/;
const OFFSET = '"offsetMs":0';

describe('the bounds of what a fact may say', () => {
	it.each([
		['a time far ahead', registered, AT, '"at":9000000000000000'],
		['a time beyond any number', registered, AT, '"at":1e308'],
		['a time beyond infinity', registered, AT, '"at":1e999'],
		['a time before all computers', registered, AT, '"at":-62135596800000'],
		['the year 12026', registered, AT, `"at":${Date.UTC(12_026, 0, 1)}`],
		['the first moment that no clock chip shows', registered, AT, `"at":${LAST_INSTANT + 1}`],
		['half a millisecond', registered, AT, '"at":1764000000000.5'],
		['a clock that is off by half a millisecond', registered, OFFSET, '"offsetMs":0.5'],
		['a clock that is off by more than there is', registered, OFFSET, '"offsetMs":1e17'],
		['an age of nothing', registered, '"ageMs":0', '"ageMs":1e308'],
		['half a place', registered, '"seq":5', '"seq":5.5'],
		['no place', registered, '"seq":5', '"seq":0'],
		['a place that no journal reaches', registered, '"seq":5', '"seq":9007199254740991'],
		['a late entry before the year 0', registered, AT, '"at":1,"occurredAt":-99999999999999'],
		['a window with a name as long as a letter', registered, '"window":"2"', `"window":"${'2'.repeat(5000)}"`],
		['a thousand million sheets', accepted, '"sheets":2', '"sheets":1000000000'],
		['a visit in the year 12026', accepted, /"visitStartedAt":\d+/, `"visitStartedAt":${Date.UTC(12_026, 0, 1)}`],
		['a version of a regulation that is none', accepted, '"version":1', '"version":1.5'],
		['an org called as something that every object has', registered, '"org":"center-04"', '"org":"constructor"'],
		['a journal called so', registered, '"journal":"J1"', '"journal":"__proto__"']
	])('F60 %s is out of bounds', (_, text, piece, to) => {
		expect(reasonOf(text)).toBe('read');
		expect(reasonOf(changed(text, piece, to))).toBe('bounds');
	});

	it('F60 a day that does not exist, a list longer than any cart and a balance beyond counting are out of bounds', () => {
		const slot = { date: '2026-02-29', minutes: 540 };
		const rows = Array.from({ length: 2001 }, () => applicationNo(1));
		const closing = { date: '2026-11-23', covers: [], balance: { fresh: 1e9 } };
		const org = { kind: 'org', org: stamp().org } as const;
		for (const draft of [
			{ ...collection(registerNo(1), []), body: { rows: [], window: '1', slot } },
			collection(registerNo(1), rows),
			{ type: 'dayClosed', subject: org, body: closing, details: null }
		] as FactDraft[])
			expect(reasonOf(written(draft).text)).toBe('bounds');
	});

	it('F60 what no form has, half a sign and arrays without end are no facts, and cost nothing to tell', () => {
		for (const text of [
			'{"v":1,"id":',
			'null',
			'NaN',
			changed(registered, '"window":"2"', '"window":"\ud800"'),
			changed(registered, '"body":{}', `"body":{"deep":${'['.repeat(100_000)}${']'.repeat(100_000)}}`)
		])
			expect(['notJson', 'envelope']).toContain(reasonOf(text));
		expect(nestsTooDeep(JSON.stringify({ text: '[[[[{{{{'.repeat(100) }))).toBe(false);
	});

	it('F60 a key that every object has changes nothing', () => {
		const read = readFact(changed(registered, '"body":{}', '"body":{"__proto__":{"z":1},"constructor":2}'), null);
		expect(read).toMatchObject({ ok: true, known: true });
		expect(({} as Record<string, unknown>)['z']).toBeUndefined();
	});

	it('F60 the place of a fact that is out of bounds is still known: its journal goes on', () => {
		const place = { id: 'fact-1', journal: 'J1', seq: 5, prev: 'a'.repeat(64) };
		expect(placeIn(changed(registered, AT, '"at":9e15'))).toEqual(place);
		expect(placeIn('{"v":1')).toBeUndefined();
	});

	it('F60 honest clocks stay within: an empty battery, the last year of a clock chip, an offset of a lifetime', () => {
		for (const at of [0, Date.UTC(1980, 0, 1), Date.UTC(2099, 11, 31)])
			expect(reasonOf(changed(registered, AT, `"at":${at}`))).toBe('read');
		expect(reasonOf(changed(registered, OFFSET, `"offsetMs":${Date.UTC(2026, 10, 1)}`))).toBe('read');
	});

	it('F60 a legal time lies within the bounds although its parts do not add up to one', () => {
		const far = changed(changed(accepted, AT, `"at":${LAST_INSTANT}`), OFFSET, `"offsetMs":${LAST_INSTANT}`);
		const early = changed(changed(accepted, AT, '"at":0'), OFFSET, `"offsetMs":${-LAST_INSTANT}`);
		const times = [far, early].map((text) => {
			const read = readFact(text, null);
			return read.ok && read.known ? foldApplication(applicationNo(1), [read.fact], context).acceptance?.at : undefined;
		});
		expect(times).toEqual([LAST_INSTANT, 0]);
	});
});
