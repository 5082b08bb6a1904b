import { describe, expect, it } from 'vitest';
import { BODY, context, NUMBER, REGISTER } from '#tests/support/a-story.ts';
import { recorder } from '#tests/support/recorded-fact.ts';
import { type Fact, type FactDraft } from '../fact/fact.ts';
import { type FactId, type OrgId, type StaffId } from '../fact/ids.ts';
import { foldApplication } from './fold.ts';

const CENTER = 'center-04' as OrgId;
const STRANGER = 'body-16' as OrgId;
const by = (org: OrgId) => ({ actor: 'staff-1' as StaffId, role: 'chancery' as const, org });
const [window, clerk, stranger] = [recorder(by(CENTER)), recorder(by(BODY)), recorder(by(STRANGER))];
const subject = { kind: 'application', number: NUMBER } as const;

const accepted = window(
	{
		type: 'accepted',
		subject,
		body: {
			regulation: { id: 'x', version: 1 },
			entry: 'center',
			center: CENTER,
			body: BODY,
			visitStartedAt: 1,
			documents: [],
			language: 'kk'
		},
		details: null
	},
	'accepted'
);
const registered = clerk({ type: 'registered', subject, body: {}, details: null }, 'registered');
const words = { text: 'x' };
const TRIES: [string, FactDraft][] = [
	['redirects', { type: 'redirected', subject, body: { toBody: STRANGER }, details: words }],
	['annuls', { type: 'annulled', subject, on: ['accepted' as FactId], body: { reason: 'mistake' }, details: words }],
	['signs', { type: 'signed', subject, body: {}, details: null }],
	[
		'hands out',
		{
			type: 'handedOut',
			subject,
			body: { to: 'applicant', sheets: 1, originals: { documents: 0, sheets: 0 } },
			details: null
		}
	],
	[
		'takes to another number',
		{ type: 'renumbered', subject, on: ['accepted' as FactId], body: { to: NUMBER }, details: null }
	]
];
const fold = (facts: readonly Fact[]) => foldApplication(NUMBER, facts, context);

describe('what a stranger writes of an application', () => {
	it.each(TRIES)(
		'S134 whoever is no party and %s it decides nothing: it is shown, and somebody has to look',
		(_, draft) => {
			const strange = stranger(draft, 'strange', { at: 9_000_000 });
			const without = fold([accepted, registered]);
			for (const facts of [
				[accepted, registered, strange],
				[strange, registered, accepted]
			]) {
				const application = fold(facts);
				expect(application).toMatchObject({ state: without.state, position: without.position, body: BODY });
				expect(application.packet).toEqual(without.packet);
				const found = application.anomalies.filter(({ kind }) => kind === 'stranger');
				expect(found).toMatchObject([{ facts: ['strange'], settledBy: 'centerHead' }]);
				expect(application.story.find(({ fact }) => fact.id === 'strange')?.dead?.why).toBe('stranger');
			}
		}
	);

	it('S134 where a stranger saw the packet is believed: it lies there, in the wrong body', () => {
		const rows = [{ paper: NUMBER, state: 'received' as const }];
		const register = { kind: 'register', number: REGISTER } as const;
		const arrived = stranger(
			{ type: 'arrived', subject: register, body: { rows, register: null }, details: null },
			'seen',
			{
				at: 9_000_000
			}
		);
		const application = fold([accepted, arrived]);
		expect(application.packet.holder).toEqual({ kind: 'chancery', org: STRANGER });
		expect(application.anomalies.map(({ kind }) => kind)).toContain('wrongBody');
	});

	it('S134 once a party names it, what it wrote before counts too', () => {
		const signed = stranger({ type: 'registered', subject, body: {}, details: null }, 'registered-there', {
			at: 9_000_000
		});
		const redirected = window(
			{ type: 'redirected', subject, body: { toBody: STRANGER }, details: words },
			'redirected',
			{ at: 8_000_000 }
		);
		const application = fold([accepted, signed, redirected]);
		expect(application.body).toBe(STRANGER);
		expect(application.anomalies.map(({ kind }) => kind)).not.toContain('stranger');
	});

	it('S134 while nobody knows the acceptance nobody is a stranger', () => {
		expect(fold([registered]).anomalies.map(({ kind }) => kind)).not.toContain('stranger');
	});
});
