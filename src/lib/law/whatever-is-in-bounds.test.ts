import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { CENTER, NUMBER, REGISTER } from '#tests/support/a-story.ts';
import { edgeValues } from '#tests/support/edge-values.ts';
import { foldApplication } from '#lib/domain/application/fold.ts';
import { summaryOf } from '#lib/domain/application/summary.ts';
import { closingsOf } from '#lib/domain/org/day-closing-cover.ts';
import { EnvelopeSchema, factForms, type FactType } from '#lib/domain/fact/fact.ts';
import { personalHash } from '#lib/domain/fact/hash.ts';
import { storedFactOf } from '#lib/domain/fact/read-fact.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { foldRegister } from '#lib/domain/register/register.ts';
import { foldStaffing } from '#lib/domain/org/staffing.ts';
import { foldTray } from '#lib/domain/org/tray.ts';
import { ALMATY } from '#lib/domain/time/zone.ts';
import { LedgerRowSchema, SearchRowSchema, UrgentRowSchema } from '#lib/protocol/report-messages.ts';
import { dueOfNextStep } from './law.ts';
import { lawOf } from './law-of.ts';
import { readStored } from './readable-facts.ts';

const Envelope = v.omit(EnvelopeSchema, ['body', 'personal', 'type']);

/** A fact of a type, as a store keeps it: its text, and its part where it has one. */
const facts = (Object.keys(factForms) as FactType[]).map((type) => {
	const { body, personal } = factForms[type];
	return fc
		.record({
			envelope: edgeValues(Envelope),
			body: edgeValues(body as v.GenericSchema),
			part: personal ? edgeValues(personal as v.GenericSchema) : fc.constant(null),
			number: fc.boolean()
		})
		.map(({ envelope, body, part, number }): StoredFact => {
			const text = part === null ? null : JSON.stringify(part);
			const subject = number ? { subject: { kind: 'application', number: NUMBER } } : {};
			const declared = text === null ? {} : { personal: personalHash('s', text) };
			const fact = { ...(envelope as object), ...subject, type, v: 1, body, ...declared };
			return storedFactOf(JSON.stringify(fact), text === null ? null : { salt: 's', text })!;
		});
});
const stories = fc.array(fc.oneof(...facts), { minLength: 1, maxLength: 12 });

describe('whatever lies within the bounds', () => {
	it('F61 folds: applications, registers, staffing, trays, closings, dues, and the rows of reports', () => {
		fc.assert(
			fc.property(stories, (stored) => {
				const { facts, unreadable } = readStored(stored);
				expect(unreadable).toBe(0);
				const law = lawOf(stored);
				const application = foldApplication(NUMBER, facts, law);
				const row = summaryOf(application, (each) => dueOfNextStep(each, law));
				for (const form of [SearchRowSchema, UrgentRowSchema, LedgerRowSchema])
					expect(v.is(form, { ...row, recordedAt: row.recordedAt ?? 0 })).toBe(true);
				foldRegister(REGISTER, facts, law.corrections);
				foldTray(facts, CENTER, law.corrections);
				foldStaffing(facts, CENTER, law.corrections);
				closingsOf(facts, 'dayClosed', { org: CENTER }, { zone: ALMATY, corrections: law.corrections });
			}),
			{ numRuns: 250 }
		);
	});
});
