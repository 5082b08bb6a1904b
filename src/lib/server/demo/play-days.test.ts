import { describe, expect, it } from 'vitest';
import { plainLaw } from '#tests/support/plain-law.ts';
import { v7 as uuid } from 'uuid';
import { type FactId, type JournalId, type OrgId } from '#lib/domain/fact/ids.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { checkOf } from '#lib/domain/examination/examination.ts';
import { parsePaperNumber } from '#lib/domain/number/paper-number.ts';
import { instantOf, ALMATY } from '#lib/domain/time/zone.ts';
import { plainDate } from '#lib/domain/time/plain-date.ts';
import { applicationOf } from '#lib/law/law.ts';
import { DEMO_APPLICATIONS } from './demo-applications.ts';
import { playDays } from './play-days.ts';

const source = { newId: () => uuid() as FactId, newSalt: () => uuid() };
const devices = {
	center: { journal: 'demo-center' as JournalId, number: 7, org: 'center-04' as OrgId },
	body: { journal: 'demo-body' as JournalId, number: 8, org: 'body-15' as OrgId }
};
const playedAt = (date: string, minutes: number) => {
	const now = instantOf(plainDate(date), minutes, ALMATY);
	const { center, body } = playDays({ devices, source, now, law: plainLaw });
	const facts = [...center, ...body].sort((a, b) => at(a) - at(b));
	const numbers = [...new Set(facts.flatMap(({ applications }) => applications))];
	const applications = numbers.map((number) =>
		applicationOf(
			number,
			facts.filter((fact) => fact.applications.includes(number)),
			plainLaw
		)
	);
	return { now, facts, applications };
};
const at = ({ text }: StoredFact): number => (JSON.parse(text) as { at: number }).at;

describe('the work of a demonstration', () => {
	const { now, facts, applications } = playedAt('2026-11-25', 17 * 60 + 30);

	it('N65 brings every application as far as it was to come, and nothing lies in the future', () => {
		expect(applications).toHaveLength(DEMO_APPLICATIONS.length);
		for (const fact of facts) expect(at(fact)).toBeLessThanOrEqual(now);
		for (const plan of DEMO_APPLICATIONS) {
			const application = applications.find(({ acceptance }) => acceptance?.applicant?.surname === plan.surname)!;
			const types = application.story.map(({ fact }) => fact.type);
			expect(types, plan.surname).toContain(plan.until ?? 'handedOut');
		}
	});

	it('N65 leaves nothing odd but the one packet that is looked for', () => {
		const odd = applications.filter(({ anomalies }) => anomalies.length > 0);
		expect(odd.map(({ acceptance }) => acceptance?.applicant?.surname)).toEqual(['Рахимов']);
		for (const { number } of applications) expect(parsePaperNumber(number)).toMatchObject({ ok: true });
	});

	it('N65 a refusal says what its own check found, in both languages', () => {
		const refused = applications.filter(({ decision }) => decision?.kind === 'refusal');
		expect(refused.length).toBeGreaterThan(0);
		for (const application of refused) {
			expect(checkOf(application)?.complete).toBe(false);
			const [ground] = application.decision!.letter!.grounds;
			expect(ground).toMatchObject({
				explanation: expect.stringContaining('Отбасы'),
				explanationRu: expect.stringContaining('Сведения')
			});
		}
	});

	it('N65 begins at any hour of any day: what was not done yet is left for people', () => {
		for (const [date, minutes] of [
			['2026-11-22', 540],
			['2026-11-23', 1],
			['2026-11-23', 662],
			['2027-01-01', 720],
			['2026-03-20', 1439]
		] as const) {
			const { now, facts } = playedAt(date, minutes);
			expect(facts.length).toBeGreaterThan(80);
			for (const fact of facts) expect(at(fact), date).toBeLessThanOrEqual(now);
		}
	});
});
