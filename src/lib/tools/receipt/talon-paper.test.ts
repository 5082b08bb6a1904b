import { describe, expect, it } from 'vitest';
import { plainLaw } from '../../../../tests/support/plain-law.ts';
import { decide } from '#lib/domain/application/decide.ts';
import { paperText } from '#lib/domain/documents/testing/paper-text.ts';
import { type FactId, type Role, type StaffId } from '#lib/domain/fact/ids.ts';
import { regulations } from '#lib/law/catalog.ts';
import { aStory, BODY, CENTER, MORNING, NUMBER } from '../../../../tests/support/a-story.ts';
import { formatNumber } from '#lib/domain/number/paper-number.ts';
import { actionsOf } from '#lib/tools/application-actions/story-actions.ts';
import { acknowledgementPaper } from '#lib/tools/acknowledgement/acknowledgement-paper.ts';
import { applicantsPaper } from './receipt-paper.ts';
import { talonPaper } from './talon-paper.ts';

const wheelchair = regulations[5]!;
const body = {
	name: { kk: 'Шымкент қаласының жұмыспен қамту бөлімі', ru: 'Отдел занятости г. Шымкента' },
	address: 'Төлеби көшесі, № 21 үй',
	phones: ['8(7252) 53-41-77']
};
const around = {
	body,
	acceptedBy: 'Тұрсынов Б.Қ.',
	regulation: wheelchair,
	law: plainLaw,
	factHash: 'abc',
	now: MORNING
};

function applied() {
	const story = aStory();
	const accepted = story.accepted(
		{ org: BODY, role: 'chancery' },
		{ entry: 'body', center: null, regulation: { id: wheelchair.id, version: 1 } }
	);
	return { story, accepted };
}

describe('papers of the body', () => {
	it('L11 a talon names the body, the day of registration, the service and who accepted, and nothing of the person', () => {
		const text = paperText(talonPaper(applied().story.fold(), { ...around, copy: 1, reason: 'first' }));
		expect(text).toContain(body.name.kk);
		expect(text).toContain(body.address);
		expect(text).toContain(formatNumber(NUMBER));
		expect(text).toContain('23.11.2026');
		expect(text).toContain(wheelchair.workingName.ru);
		expect(text).toContain('Тұрсынов Б.Қ.');
		expect(text).not.toContain('Оспанов');
		expect(text).not.toContain('900101300017');
		expect(text).not.toContain('Мемлекеттік қызметті алатын күні');
	});

	it('L11 a second copy says so, with its reason', () => {
		const text = paperText(talonPaper(applied().story.fold(), { ...around, copy: 2, reason: 'lost' }));
		expect(text).toContain('2-дана. Қайта басылған. Себебі: өтініш беруші жоғалтқан');
	});

	it('L11 an application at the body has a talon, one at a Center a receipt; each is printed again by who gave it', () => {
		const center = aStory();
		center.accepted();
		const here = applied().story.fold();
		expect([applicantsPaper(here), applicantsPaper(center.fold())]).toEqual(['talon', 'receipt']);
		const offered = (application: typeof here, role: Role) =>
			actionsOf(application, {
				actor: 'staff-1' as StaffId,
				role,
				org: role === 'chancery' ? BODY : CENTER,
				now: 0,
				newId: () => 'new' as FactId
			}).some(({ id }) => id === 'reprint');
		expect([offered(here, 'chancery'), offered(here, 'centerInspector')]).toEqual([true, false]);
		expect([offered(center.fold(), 'chancery'), offered(center.fold(), 'centerInspector')]).toEqual([false, true]);
	});

	it('L12 what is signed at a hand-out at the body has its letterhead and claims no window', () => {
		const { story, accepted } = applied();
		story.recorded(story.signed(story.drafted(story.assigned(accepted), 'refusal')), 'refusal');
		const verdict = decide(
			story.fold(),
			{
				kind: 'handOut',
				withReceipt: true,
				to: 'applicant',
				sheets: 2,
				originals: { documents: 0, sheets: 0 },
				signedFor: false,
				details: { receiver: { surname: 'Оспанов', given: 'Ержан' } }
			},
			{ actor: 'staff-1' as StaffId, role: 'centerInspector', org: BODY, now: 0, newId: () => 'new' as FactId }
		);
		if (!verdict.ok) throw new Error(verdict.code);
		const [draft] = verdict.value;
		story.take(draft!, { org: BODY });
		const paper = { regulation: wheelchair, outcome: null, inspector: 'Тұрсынов Б.Қ.', copy: 1, now: MORNING };
		const text = paperText(acknowledgementPaper(story.fold(), { ...paper, body })!);
		expect(text).toContain(body.name.ru);
		expect(text).toContain('Берген қызметкер');
		expect(text).toContain('талон, №');
		expect(text).not.toMatch(/терезе|окно/u);
		expect(text).toContain('шағымдану тәртібі');
		expect(paperText(acknowledgementPaper(story.fold(), paper)!)).toContain('Берген инспектор');
	});
});
