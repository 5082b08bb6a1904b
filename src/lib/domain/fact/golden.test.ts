import { type ApplicationNumber } from '../number/paper-number.ts';
import { describe, expect, it } from 'vitest';
import { context } from '#tests/support/a-story.ts';
import { type ClockCorrection } from '../application/application.ts';
import { foldApplication } from '../application/fold.ts';
import { foldTray } from '../org/tray.ts';
import { foldRegister } from '../register/register.ts';
import { type Fact, factForms } from './fact.ts';
import { type OrgId } from './ids.ts';
import golden from './golden/v1.json' with { type: 'json' };
import bodyGolden from './golden/v1-body.json' with { type: 'json' };
import registryGolden from './golden/v1-registry.json' with { type: 'json' };
import badgesGolden from './golden/v1-badges.json' with { type: 'json' };
import importsGolden from './golden/v1-imports.json' with { type: 'json' };
import secretGolden from './golden/v1-secret.json' with { type: 'json' };
import sessionGolden from './golden/v1-sessions.json' with { type: 'json' };
import verdictGolden from './golden/v1-verdicts.json' with { type: 'json' };
import vouchedGolden from './golden/v1-vouched.json' with { type: 'json' };
import { readFact, storedFactOf } from './read-fact.ts';

/*
 * Facts of version 1 as they were written once: exact texts with their personal parts and hashes. They lie in journals for years, so this
 * file is never made again; a test that fails here has found a reader that forgets them.
 */
const readAll = (texts: { text: string; personal: { salt: string; text: string } | null }[]): Fact[] =>
	texts.map(({ text, personal }) => {
		const read = readFact(text, personal);
		if (!read.ok || !read.known) throw new Error(`Not read: ${text.slice(0, 90)}`);
		return read.fact;
	});
const facts = readAll(golden);
/** The same version as the authorized body began to write it: fields and types that the first journal does not have. */
const bodyFacts = readAll(bodyGolden);
/** The same version as the server began to write its registry. */
const registryFacts = readAll(registryGolden);
const badgeFacts = readAll(badgesGolden);
/** The same version as the server began to say what was done without a right. */
const verdictFacts = readAll(verdictGolden);
/** The same version as devices began to write who came to them, and each fact its session. */
const sessionFacts = readAll(sessionGolden);
/** The same version as people began to say what was done under their number. */
const vouchedFacts = readAll(vouchedGolden);
/** The same version as the server began to write that its secret was replaced. */
const secretFacts = readAll(secretGolden);
/** The same version as two administrators of the authority began to agree on its law. */
const importFacts = readAll(importsGolden);
const ALL = [
	...facts,
	...bodyFacts,
	...registryFacts,
	...badgeFacts,
	...verdictFacts,
	...sessionFacts,
	...vouchedFacts,
	...secretFacts,
	...importFacts
];
const [HANDED_OUT, WITHDRAWN, REFUSED, REDIRECTED, RECOVERED, RENUMBERED] = [
	'1000070000110193',
	'1000070000220288',
	'1000070000330383',
	'1000070000440478',
	'1000080000550524',
	'1000070000660668'
] as const;
const touching = (number: string) =>
	facts.filter(
		(_, place) => storedFactOf(golden[place]!.text, null)?.applications.includes(number as ApplicationNumber) ?? false
	);
const fold = (number: string, corrections: ClockCorrection[] = []) =>
	foldApplication(number, touching(number), { ...context, corrections });

describe('facts of version 1', () => {
	it('F30 every type is among them', () => {
		expect(Object.keys(factForms).filter((type) => !ALL.some((fact) => fact.type === type))).toEqual([]);
	});

	it('F30 each text still has its hash and its place in the chain', () => {
		for (const [texts, read] of [
			[golden, facts],
			[bodyGolden, bodyFacts],
			[registryGolden, registryFacts],
			[badgesGolden, badgeFacts],
			[verdictGolden, verdictFacts],
			[sessionGolden, sessionFacts],
			[vouchedGolden, vouchedFacts],
			[importsGolden, importFacts]
		] as const) {
			const hashes = texts.map(({ text, personal }) => storedFactOf(text, personal)?.hash);
			expect(hashes).toEqual(texts.map(({ hash }) => hash));
			expect(read.map(({ prev }) => prev)).toEqual(['', ...hashes.slice(0, -1)]);
		}
	});

	it('F30 each personal part is still vouched for and read', () => {
		const texts = [...golden, ...bodyGolden, ...registryGolden, ...badgesGolden, ...verdictGolden, ...sessionGolden];
		texts.forEach(({ personal }, place) => {
			const details = ALL[place]!.details as unknown;
			expect(details).toEqual(personal === null ? null : JSON.parse(personal.text));
		});
	});

	it('F30 a session is still named by its facts, and facts from before there were any name none', () => {
		expect(new Set(sessionFacts.map(({ session }) => session))).toEqual(new Set(['session-1']));
		expect([...facts, ...bodyFacts].filter((fact) => 'session' in fact)).toEqual([]);
	});

	it('F30 they still fold to the same applications', () => {
		expect(fold(HANDED_OUT)).toMatchObject({
			state: 'handedOut',
			decision: { kind: 'notice', ledgerNumber: '3-118' },
			packet: { holder: { kind: 'archive', org: 'body-15' } },
			result: { holder: { kind: 'applicant' } },
			documents: [{ sheets: 2 }, { sheets: 1 }, { name: 'Табысы туралы анықтама', sheets: 1 }]
		});
		expect(fold(WITHDRAWN)).toMatchObject({ state: 'withdrawn', acceptance: { applicant: { surname: 'Оспанов' } } });
		expect(fold(REFUSED)).toMatchObject({ state: 'handedOut', decision: { kind: 'refusal' } });
		expect(fold(REDIRECTED)).toMatchObject({ state: 'open', body: 'body-01' });
		expect(fold(RECOVERED)).toMatchObject({ state: 'numberOnly' });
		expect(fold(RENUMBERED)).toMatchObject({ acceptance: null, renumberedTo: '1000070000990953' });
	});

	it('F30 a check of the clock still moves the hand-out', () => {
		const check = facts.find(({ type }) => type === 'clockChecked');
		const corrections = check?.type === 'clockChecked' ? [check.body] : [];
		const handedOutAt = (result: ReturnType<typeof fold>) => result.result?.since ?? 0;
		expect(handedOutAt(fold(HANDED_OUT, corrections)) - handedOutAt(fold(HANDED_OUT))).toBe(3_600_000 + 1_250);
	});

	it('F30 they still fold to the same registers and the same tray', () => {
		expect(foldRegister('9000070001201277', facts)).toMatchObject({
			kind: 'dispatch',
			to: 'body-15',
			courier: 'Әлімжан Т.',
			rows: [{ state: 'received' }, { state: 'damaged' }, { state: 'missing' }]
		});
		expect(foldRegister('9000070001401485', facts)).toMatchObject({ kind: 'return', to: 'center-04' });
		expect(foldTray(facts, 'center-04' as OrgId)).toMatchObject({
			waiting: [],
			settled: [{ why: 'unreadable', settlement: { way: 'matched' } }]
		});
	});
});
