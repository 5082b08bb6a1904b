import { describe, expect, it } from 'vitest';
import { idsOf, STORES } from '#tests/contract/server-store-server.ts';
import { BODY, CENTER, numberOf, onWire, OTHER_CENTER, REGISTER, Writer } from '#tests/contract/server-store-writer.ts';
import { aJudgedServer } from '#tests/support/a-judged-server.ts';
import { aVerdict } from '#tests/support/a-verdict.ts';
import { type FactDraft } from '#lib/domain/fact/fact.ts';
import { type FactId, type JournalId, type OrgId, type Role, type StaffId } from '#lib/domain/fact/ids.ts';
import { readableFacts } from '#lib/law/readable-facts.ts';
import { retryQuarantine } from '../sync/quarantine.ts';

const START = 1_795_000_000_000;
const as = (actor: string, role: Role) => ({ actor: actor as StaffId, role });
const of = (org: OrgId) => ({ kind: 'org', org }) as const;
const about = (serial: number) => ({ kind: 'application', number: numberOf(serial) }) as const;
const signature = (serial: number): FactDraft => ({ type: 'signed', subject: about(serial), body: {}, details: null });
const dayOff: FactDraft = {
	type: 'calendarChanged',
	subject: of(CENTER),
	body: { date: '2026-11-26', day: 'dayOff', tell: [BODY] },
	details: null
};
const appointment = (staff: string, role: 'head' | 'centerHead', org: OrgId): FactDraft => ({
	type: 'actingAppointed',
	subject: of(org),
	body: { staff: staff as StaffId, role, insteadOf: null, from: '2026-11-01', to: '2026-12-31' },
	details: { text: 'бұйрық' }
});

/** A Center and a body with people, and an application that both are party to. */
async function anOffice(kind: (typeof STORES)[number]) {
	const server = await aJudgedServer(kind);
	await server.enters('staff-1', { org: CENTER, role: 'centerInspector' });
	await server.enters('boss', { org: CENTER, role: 'centerHead' });
	await server.enters('clerk', { org: BODY, role: 'chancery' });
	await server.enters('head', { org: BODY, role: 'head' });
	await server.enters('executor', { org: BODY, role: 'executor' });
	const [window, office] = [new Writer('J1'), new Writer('J2', BODY)];
	window.accepted(1);
	await server.sync(window);
	return { server, window, office };
}

describe.each(STORES)('judging what arrives, %s', (kind) => {
	it('S227 nothing stands against what people with the right wrote', async () => {
		const { server, office, window } = await anOffice(kind);
		office.write(signature(1), 'signs', as('head', 'head'));
		window.write(dayOff, 'dayOff', as('boss', 'centerHead'));
		await server.sync(office);
		await server.sync(window, 1);
		expect([await server.saidTo(CENTER), await server.saidTo(BODY)]).toEqual([[], []]);
	});

	it.each<[string, ReturnType<typeof as>]>([
		['nobody who is known', as('ghost', 'head')],
		['somebody without the role', as('clerk', 'head')],
		['somebody of another org', as('boss', 'head')],
		['a role that signs nothing', as('executor', 'executor')]
	])('S227 a signature by %s is taken, delivered, and flagged for all parties', async (_, by) => {
		const { server, office } = await anOffice(kind);
		const signed = office.write(signature(1), undefined, by);
		expect(await server.sync(office)).toMatchObject({ ackedSeq: 1, quarantined: [] });
		for (const org of [CENTER, BODY]) {
			expect(await server.streamOf(org)).toContain(signed.id);
			expect(await server.saidTo(org)).toEqual([`flagged ${signed.id} 1`]);
		}
	});

	it('S227 the registry is asked as it was when the actor acted, not as it is', async () => {
		const { server, office } = await anOffice(kind);
		office.write(signature(1), 'before', as('head', 'head'));
		office.at = START + 3_600_000;
		office.write(signature(1), 'after', as('head', 'head'));
		await server.leaves('head', BODY, START + 1_800_000);
		await server.sync(office);
		expect(await server.saidTo(BODY)).toEqual(['flagged after 1']);
	});

	it('S227 what physically happened is judged too, and a list is flagged in each of its applications', async () => {
		const { server, window } = await anOffice(kind);
		window.accepted(2);
		await server.sync(window, 1);
		window.write(
			{
				type: 'dispatched',
				subject: { kind: 'register', number: REGISTER },
				body: { rows: [1, 2].map((serial) => ({ paper: numberOf(serial) })), toBody: BODY },
				details: null
			},
			'sends',
			as('ghost', 'accumulationInspector')
		);
		await server.sync(window, 2);
		expect(await server.saidTo(BODY)).toEqual(['flagged sends 1']);
		const stories = await server.store.factsOf([numberOf(1), numberOf(2)]);
		expect([...stories.values()].map((facts) => facts.filter(({ type }) => type === 'flagged').length)).toEqual([1, 1]);
	});

	it.each<[string, FactDraft, ReturnType<typeof as>]>([
		['a day of another org', { ...dayOff, subject: of(OTHER_CENTER) } as FactDraft, as('boss', 'centerHead')],
		['a day by an inspector', dayOff, as('staff-1', 'centerInspector')],
		['an appointment by oneself', appointment('staff-1', 'centerHead', CENTER), as('staff-1', 'centerHead')],
		[
			'a check of another org’s clock',
			{
				type: 'clockChecked',
				subject: of(CENTER),
				body: { journal: 'J2' as JournalId, from: 1, to: 9, offsetMs: 1000, checkedAt: 1 },
				details: null
			},
			as('boss', 'centerHead')
		]
	])('S228 %s is kept and told, and does not count for anybody', async (_, draft, by) => {
		const { server, window, office } = await anOffice(kind);
		office.write(
			{ type: 'printed', subject: about(1), body: { document: 'talon', copy: 1, reason: 'first' }, details: null },
			undefined,
			as('clerk', 'chancery')
		);
		await server.sync(office);
		const written = window.write(draft, undefined, by);
		await server.sync(window, 1);
		expect(await server.saidTo(CENTER)).toEqual([`flagged ${written.id} 1`]);
		const told = draft.type === 'calendarChanged' ? [`flagged ${written.id} 1`] : [];
		expect(await server.saidTo(BODY)).toEqual(told);
	});

	it('S228 whoever appoints themselves founds no right by it', async () => {
		const { server, window } = await anOffice(kind);
		window.write(appointment('staff-1', 'centerHead', CENTER), 'appoints', as('staff-1', 'centerHead'));
		window.write(dayOff, 'dayOff', as('staff-1', 'centerHead'));
		await server.sync(window, 1);
		expect(await server.saidTo(CENTER)).toEqual(['flagged appoints 1', 'flagged dayOff 1']);
	});

	it('S229 a deputy has the right, also where the appointment comes later: the flag is withdrawn', async () => {
		const { server, window } = await anOffice(kind);
		window.write(dayOff, 'dayOff', as('staff-1', 'centerHead'));
		await server.sync(window, 1);
		expect(await server.saidTo(BODY)).toEqual(['flagged dayOff 1']);
		const other = new Writer('J3');
		other.write(appointment('staff-1', 'centerHead', CENTER), 'appoints', as('boss', 'centerHead'));
		await server.sync(other);
		await server.judgesAgain();
		expect(await server.saidTo(BODY)).toEqual(['flagged dayOff 1', 'flagWithdrawn dayOff 2']);
	});

	it('S229 what a deputy did before the appointment was revoked stays rightful', async () => {
		const { server, window } = await anOffice(kind);
		window.write(appointment('staff-1', 'centerHead', CENTER), 'appoints', as('boss', 'centerHead'));
		window.write(dayOff, 'before', as('staff-1', 'centerHead'));
		const revokes: FactDraft = {
			type: 'staffingRevoked',
			subject: of(CENTER),
			body: { what: ['appoints' as FactId] },
			details: null
		};
		window.write(revokes, 'revokes', as('boss', 'centerHead'));
		window.write(dayOff, 'after', as('staff-1', 'centerHead'));
		await server.sync(window, 1);
		await server.judgesAgain();
		expect(await server.saidTo(CENTER)).toEqual(['flagged after 1']);
	});

	it('S229 a role given from an earlier time withdraws the flag; one that ended earlier flags what was taken', async () => {
		const { server, office } = await anOffice(kind);
		office.write(signature(1), 'early', as('clerk', 'head'));
		await server.sync(office);
		await server.gives('clerk', { org: BODY, role: 'head', since: START }, START + 10_000);
		await server.judgesAgain();
		expect(await server.saidTo(CENTER)).toEqual(['flagged early 1', 'flagWithdrawn early 2']);
		office.at = START + 50_000;
		office.write(signature(1), 'late', as('head', 'head'));
		await server.sync(office, 1);
		await server.leaves('head', BODY, START + 40_000);
		await server.judgesAgain();
		expect(await server.saidTo(CENTER)).toEqual(['flagged early 1', 'flagWithdrawn early 2', 'flagged late 1']);
	});

	it('S230 where the server knows nobody, nobody is judged', async () => {
		const server = await aJudgedServer(kind);
		const window = new Writer('J1');
		window.accepted(1);
		window.write(dayOff, 'dayOff', as('ghost', 'centerHead'));
		await server.sync(window);
		expect(await server.saidTo(CENTER)).toEqual([]);
	});

	it('S231 a verdict counts from no device: it stays in quarantine and is told nobody', async () => {
		const { server, office } = await anOffice(kind);
		const signed = office.write(signature(1), 'signs', as('head', 'head'));
		const { body } = aVerdict(readableFacts([signed])[0]!);
		office.write({ type: 'flagged', subject: about(1), body, details: null } as FactDraft, 'forged');
		expect(await server.sync(office)).toMatchObject({ ackedSeq: 2, quarantined: [{ seq: 2, reason: 'right' }] });
		expect(await server.saidTo(CENTER)).toEqual([]);
	});

	it('S137 what an earlier version held back for its author’s right is let go and judged', async () => {
		const { server, window } = await anOffice(kind);
		const held = window.write(dayOff, 'held', as('ghost', 'centerHead'));
		const item = { hash: held.hash, journal: held.journal, seq: held.seq, cause: 'right', device: 'd1', at: 1 };
		const entry = { journal: held.journal, seq: held.seq, hash: held.hash, factId: held.id, text: held.text };
		await server.store.write(async (tx) => {
			await tx.addQuarantined([{ ...item, text: held.text, personal: null, state: 'open', endedAt: null }]);
			await tx.addEntries([entry]);
		});
		expect(await retryQuarantine(server.store, { now: () => 9, judging: server.judging })).toBe(1);
		expect(await server.streamOf(BODY)).toContain('held');
		expect(await server.saidTo(BODY)).toEqual(['flagged held 1']);
	});

	it('S231 the same word has the same id on every server', async () => {
		const ids = async (): Promise<string[]> => {
			const { server, office } = await anOffice(kind);
			office.write(signature(1), 'signs', as('ghost', 'head'));
			await server.sync(office);
			return (await server.streamOf(BODY)).slice(-1);
		};
		const [one, two] = [await ids(), await ids()];
		expect(one).toEqual(two);
		expect(one[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
	});

	it('S233 a restored server answers the verdicts that devices still hold: all come to agree', async () => {
		const { server, office } = await anOffice(kind);
		server.isRestored = true;
		const signed = office.write(signature(1), 'signs', as('head', 'head'));
		const verdict = aVerdict(readableFacts([signed])[0]!, { nth: 3 });
		const lost = new Writer('verdicts-of-before', 'server' as OrgId);
		lost.write({ type: 'flagged', subject: verdict.subject, body: verdict.body, details: null } as FactDraft, 'lost');
		const facts = [...office.facts, ...lost.facts].map(onWire);
		const send = () => server.receiver().receive(office.request(0, { facts }), office.device);
		await send();
		await server.judgesAgain();
		expect(await server.saidTo(BODY)).toEqual(['flagWithdrawn signs 4']);
		await send();
		await server.judgesAgain();
		expect(await server.saidTo(BODY)).toEqual(['flagWithdrawn signs 4']);
	});

	it('S225 whoever joins later is sent also what was flagged before anybody knew the application', async () => {
		const { server, office } = await anOffice(kind);
		const early = office.write(signature(9), 'early', as('ghost', 'head'));
		await server.sync(office);
		const window = new Writer('J9');
		window.accepted(9);
		await server.sync(window);
		expect(await server.streamOf(CENTER)).toEqual(expect.arrayContaining(idsOf([early])));
		expect(await server.saidTo(CENTER)).toEqual(['flagged early 1']);
	});

	it('S225 an org that a flagged redirection names is sent nothing until a head confirms it', async () => {
		const { server, office } = await anOffice(kind);
		const elsewhere = 'body-16' as OrgId;
		const redirects = office.write(
			{ type: 'redirected', subject: about(1), body: { toBody: elsewhere }, details: { text: '' } },
			'redirects',
			as('executor', 'executor')
		);
		await server.sync(office);
		expect(await server.streamOf(elsewhere)).toEqual([]);
		const settles: FactDraft = {
			type: 'flagSettled',
			subject: about(1),
			on: ['redirects' as FactId],
			body: { counts: true, what: 'redirected' },
			details: { text: 'Иә' }
		};
		office.write(settles, 'settles', as('head', 'head'));
		await server.sync(office, 1);
		expect(await server.streamOf(elsewhere)).toEqual(expect.arrayContaining([...idsOf([redirects]), 'settles']));
	});
});
