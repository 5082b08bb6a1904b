import { describe, expect, it } from 'vitest';
import { isMessageKey, translateLoosely } from '#lib/i18n/translate.ts';
import { isVerdictType } from '#lib/domain/fact/verdict-facts.ts';
import { isRegistryType } from '#lib/domain/fact/registry-facts.ts';
import { factForms, type Fact } from '#lib/domain/fact/fact.ts';
import { type Role, type StaffId } from '#lib/domain/fact/ids.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { aStory, NUMBER, type Story } from '../../../../tests/support/a-story.ts';
import { storyEntries } from './story-entries.ts';
import { storySentence, type StoryNamer } from './story-sentence.ts';

const missing: string[] = [];
const namer: StoryNamer & { place: (fact: Fact) => string } = {
	say: (key, params) => {
		if (!isMessageKey(key, 'ru')) missing.push(key);
		return isMessageKey(key, 'ru') ? translateLoosely('ru', key, params) : key;
	},
	staff: (id) => `<${id}>`,
	org: (id) => `[${id}]`,
	number: (digits) => digits,
	place: ({ org, window }) => `${org}${window ? ` ${window}` : ''}`
};

const entriesOf = (story: Story, stored: StoredFact[] = [], ackedSeq = 0, journal = 'J') =>
	storyEntries(story.fold(), stored, { journal, ackedSeq }, namer);
const sentenceOf = (story: Story) => storySentence(story.facts.at(-1)!, NUMBER, namer);

const AT_DEVICE = ['unlocked', 'locked', 'vouched'];

describe('the story of an application', () => {
	it('Y1 every type of fact has its sentence', () => {
		missing.length = 0;
		const anything = {
			...{ decision: 'notice', reason: 'other', paper: 'packet', document: 'receipt', copy: 1 },
			...{ documents: 0, sheets: 0, what: 'documents', toBody: 'body-15', to: NUMBER, executor: 'x', rows: [] }
		};
		// The registry, and who came to a device, are about no application; a verdict is told with the fact that it is about.
		const told = Object.keys(factForms).filter(
			(each) => !isRegistryType(each) && !isVerdictType(each) && !AT_DEVICE.includes(each)
		);
		for (const type of told)
			storySentence({ type, on: [], body: anything, details: null } as unknown as Fact, NUMBER, namer);
		expect(missing).toEqual([]);
	});

	it('Y1 values stand in the sentence', () => {
		const story = aStory();
		const accepted = story.accepted();
		story.assigned(accepted);
		expect(sentenceOf(story)).toBe('Наложена резолюция. Исполнитель: <staff-9>');
		story.handedOut([accepted]);
		expect(sentenceOf(story)).toBe('Результат выдан. Получатель: Оспанов Ержан');
		story.annulled(accepted);
		expect(sentenceOf(story)).toBe('Запись аннулирована. Причина: записано по ошибке');
	});

	it('Y1 a spoiled paper is told by its name: a receipt of a Center, a talon of the body', () => {
		const spoiled = (role: Role) =>
			storySentence({ type: 'receiptSpoiled', role, body: { copy: 2 } } as unknown as Fact, NUMBER, namer);
		expect(spoiled('centerInspector')).toBe('Испорченный экземпляр расписки: 2');
		expect(spoiled('chancery')).toBe('Испорченный экземпляр талона: 2');
	});

	it('Y2 a packet that was not found on arrival is never told as arrived', () => {
		const story = aStory();
		story.arrived(story.dispatched(story.accepted()), 'missing');
		expect(sentenceOf(story)).toBe('Поступление в орган: Не поступило');
	});

	it('Y3 the newest comes first, with person and place', () => {
		const story = aStory();
		story.registered(story.accepted());
		const [first, second] = entriesOf(story);
		expect(first?.sentence).toBe('Зарегистрировано и передано руководителю');
		expect(second).toMatchObject({ person: '<staff-1>', place: 'center-04 2', journal: 'J', seq: 1 });
	});

	it('Y21 what a deputy did bears the mark of a deputy; what a clerk entered from paper does not', () => {
		const story = aStory();
		const accepted = story.accepted();
		story.add('assigned', { executor: 'staff-9' as StaffId, acting: true }, { on: [accepted], actor: 'deputy' });
		expect(entriesOf(story)[0]?.person).toBe('<deputy> (и.о.)');
		story.add('signed', { acting: true, fromPaper: { by: 'deputy' as StaffId } }, { on: [accepted], actor: 'clerk' });
		expect(entriesOf(story)[0]?.person).toBe('<clerk>');
	});

	it('Y4 an own fact waits until it is acknowledged; what others wrote has come from the server', () => {
		const story = aStory();
		story.registered(story.accepted());
		expect(entriesOf(story, [], 1).map(({ sent }) => sent)).toEqual([false, true]);
		expect(entriesOf(story, [], 0, 'another').map(({ sent }) => sent)).toEqual([true, true]);
	});

	it('Y5 a dead fact stays, with what took it out of count', () => {
		const story = aStory();
		const accepted = story.accepted();
		story.annulled(accepted);
		const dead = entriesOf(story).find(({ id }) => id === accepted)?.dead;
		expect(dead).toEqual({ why: 'annulled', by: 'Запись аннулирована. Причина: записано по ошибке' });
	});

	it('Y6 a fact of a newer version is told as one that needs it', () => {
		const story = aStory();
		story.accepted();
		const envelope = { ...story.facts[0]!, type: 'fromTheFuture', v: 1, id: 'later', seq: 9, body: {} };
		const stored = { id: 'later', journal: 'J', seq: 9, text: JSON.stringify(envelope), personal: null };
		const entry = entriesOf(story, [stored as unknown as StoredFact])[0];
		expect([entry?.fact, entry?.sentence]).toEqual([null, translateLoosely('ru', 'story.unknownFact')]);
	});

	it('F62 a fact that no version can read stands in the story as that, without a time', () => {
		const story = aStory();
		story.accepted();
		const envelope = { ...story.facts[0]!, id: 'bad', seq: 9, at: 9e15 };
		const stored = { id: 'bad', journal: 'J', seq: 9, text: JSON.stringify(envelope), personal: null };
		const entry = entriesOf(story, [stored as unknown as StoredFact])[0];
		expect(entry).toMatchObject({ fact: null, at: null, sentence: translateLoosely('ru', 'story.unreadableFact') });
	});
});
