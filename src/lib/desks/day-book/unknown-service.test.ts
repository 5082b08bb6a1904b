import { afterEach, describe, expect, it } from 'vitest';
import { aStory, MORNING, NUMBER } from '../../../../tests/support/a-story.ts';
import { BODY_ORG } from '../../../../tests/support/fact-drafts.ts';
import { MONDAY, written } from '../../../../tests/support/law-facts.ts';
import { ninthService, serviceImport } from '../../../../tests/support/ninth-service.ts';
import { plainLaw } from '../../../../tests/support/plain-law.ts';
import { summaryOf } from '#lib/domain/application/summary.ts';
import { SERVICE_UNKNOWN } from '#lib/domain/documents/paper-words.ts';
import { paperText } from '#lib/domain/documents/testing/paper-text.ts';
import { plainDate } from '#lib/domain/time/plain-date.ts';
import { lawOf } from '#lib/law/law-of.ts';
import { journalLines } from './journal-lines.ts';
import { lawHere } from '#lib/device/live/law.svelte.ts';
import { serviceFullName, serviceName } from '#lib/tools/wording/words.ts';
import { collectionSheetPaper } from '#lib/tools/rounds/collection-sheet-paper.ts';
import { journalPaper } from './journal-paper.ts';
import { labelPaper } from '#lib/tools/receipt/label-paper.ts';

const ninth = ninthService();
const itsLaw = lawOf(written([{ draft: serviceImport(ninth, BODY_ORG), at: MONDAY }], 'admin'));

/** An application of a service that was imported at another org. */
function ofTheNinth() {
	const story = aStory();
	story.accepted();
	const [accepted] = story.facts;
	if (accepted?.type !== 'accepted') throw new Error('not accepted');
	accepted.body.regulation = { id: ninth.id, version: 1 };
	return story.fold();
}

const row = () => summaryOf(ofTheNinth(), () => null);
const run = { copy: 1, reprintReason: null, printedAt: { date: plainDate('2026-11-23'), minutes: 600 } } as const;

describe('an application whose service has not come yet', () => {
	afterEach(() => lawHere.take(plainLaw));

	it('G93 is called by an unknown service on screens, and by its name once it is here', () => {
		expect([serviceName(ninth.id), serviceName(null)]).toEqual([SERVICE_UNKNOWN.kk, '–']);
		expect(serviceFullName(ninth.id, 1)).toEqual(SERVICE_UNKNOWN);
		lawHere.take(itsLaw);
		expect(serviceName(ninth.id)).toBe(`9 · ${ninth.workingName.kk}`);
		expect(serviceFullName(ninth.id, 1)).toEqual({ kk: ninth.name.kk, ru: ninth.name.ru });
	});

	it('G93 has a label with its number and codes, and no invented service', () => {
		const label = labelPaper(ofTheNinth(), plainLaw, MORNING);
		expect(label.codes).toEqual({ code128: NUMBER, qr: NUMBER });
		expect(paperText(label)).not.toMatch(new RegExp(`0 ·|${ninth.id}`));
		expect(paperText(labelPaper(ofTheNinth(), itsLaw, MORNING))).toContain(`9 · ${ninth.workingName.kk}`);
	});

	it('G93 has a question mark in the column of the service, as other unknown things have', () => {
		const lines = journalLines([row()], new Map([[NUMBER, ofTheNinth()]]));
		const around = { center: { kk: 'К', ru: 'Ц' }, day: plainDate('2026-11-23'), staff: String, now: MORNING };
		expect(paperText(journalPaper(lines, { ...around, law: plainLaw }))).toMatch(/\?/);
		const sheet = { center: around.center, window: '2', slot: null, at: MORNING, handedBy: '', collectedBy: '' };
		const collected = collectionSheetPaper({ ...sheet, papers: [NUMBER], law: plainLaw }, [row()], {
			...run,
			exampleData: false,
			training: false
		});
		expect(paperText(collected)).not.toContain('Тек нөмірі белгілі');
	});
});
