import { describe, expect, it } from 'vitest';
import { aJournal } from '#tests/support/a-journal.ts';
import { anAcceptForm } from '#tests/support/an-accept-form.ts';
import { BODY_ORG, CENTER_ORG, registration, stamp } from '#tests/support/fact-drafts.ts';
import { PLAIN_STORES } from '#tests/support/plain-stores.ts';
import { type FactId } from '#lib/domain/fact/ids.ts';
import { CLOCK_BACK_MS } from '#lib/domain/time/device-clock.ts';
import { type By } from './act.ts';
import { type Intake } from './act-on-intake.ts';

const INSPECTOR: By = { stamp: stamp() };
const intake = (more: Partial<Intake> = {}): Intake => ({
	id: 'of-the-draft' as FactId,
	form: anAcceptForm(),
	regulation: { id: 'child-benefit-under-18', version: 1 },
	place: { entry: 'center', center: CENTER_ORG, body: BODY_ORG, offline: false },
	...more
});

describe.each(PLAIN_STORES)('an acceptance, %s', (_, store) => {
	it('F28 gives the number and writes the fact of its draft; again, and in another tab, it is the same application', async () => {
		const { journal } = await aJournal(store());
		const results = await Promise.all([journal.accept(intake(), INSPECTOR), journal.accept(intake(), INSPECTOR)]);
		const answers = results.map((result) => (result.ok && result.answer.ok ? result.answer : null));
		expect(answers.map((answer) => answer?.recovered)).toEqual([false, true]);
		expect(answers[0]!.fact).toMatchObject({ id: 'of-the-draft', type: 'accepted' });
		expect(answers[1]!.fact.applications).toEqual(answers[0]!.fact.applications);
		expect((await journal.state()).head.seq).toBe(1);
	});

	it.each<[string, Partial<Intake>, By, string]>([
		['by a role that the regulation does not give it to', {}, { stamp: stamp({ role: 'head' }) }, 'noRight'],
		[
			'of a regulation that is not known here',
			{ regulation: { id: 'unknown', version: 1 } },
			INSPECTOR,
			'serviceUnknown'
		],
		['of a form with a mistake', { form: anAcceptForm({ surname: '', given: '' }) }, INSPECTOR, 'notAllowedNow']
	])('F28 %s is refused, and no number is used up', async (__, more, by, code) => {
		const { journal } = await aJournal(store());
		const serials = () => journal.read((reader) => reader.meta('serials'));
		const before = await serials();
		expect(await journal.accept(intake(more), by)).toMatchObject({ ok: true, answer: { ok: false, code } });
		expect([(await journal.state()).head.seq, await serials()]).toEqual([0, before]);
	});

	it('F28 by a clock that is behind the last record is refused; what was accepted before is still the answer', async () => {
		const { journal } = await aJournal(store());
		const later = stamp({ at: stamp().at + CLOCK_BACK_MS + 1000 });
		const known = await journal.accept(intake(), { stamp: later });
		expect(await journal.append(() => [registration('1000010000100787')], later)).toMatchObject({ ok: true });
		expect(await journal.accept(intake({ id: 'another' as FactId }), INSPECTOR)).toMatchObject({
			answer: { ok: false, code: 'clockBehind' }
		});
		expect(await journal.accept(intake(), INSPECTOR)).toMatchObject({
			answer: { recovered: true, fact: { id: known.ok && known.answer.ok && known.answer.fact.id } }
		});
	});
});
