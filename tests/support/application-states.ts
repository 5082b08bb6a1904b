import { resultNumberOf } from '#lib/domain/number/paper-number.ts';
import { type Application } from '#lib/domain/application/application.ts';
import { type JournalId, type FactId } from '#lib/domain/fact/ids.ts';
import { STEP_FACTS, type StepFact } from '#lib/domain/regulation/vocabulary.ts';
import { aStory, NUMBER, type Story } from './a-story.ts';

/** The way through a Center up to this step, done. */
function upTo(step: StepFact): { story: Story; ids: Record<StepFact, FactId> } {
	const story = aStory();
	const ids = story.whole();
	story.facts.splice(STEP_FACTS.indexOf(step) + 1);
	return { story, ids };
}

/** After the step, something beside the way. */
function beside(step: StepFact, what: (story: Story, ids: Record<StepFact, FactId>) => unknown): Application {
	const { story, ids } = upTo(step);
	what(story, ids);
	return story.fold();
}

const numberOnly = (): Application => {
	const story = aStory();
	story.arrived();
	return story.fold();
};

/** An application in every state that an act can meet, by name: first along the way, then beside it. */
export const STATES: Record<string, () => Application> = {
	numberOnly,
	...Object.fromEntries(STEP_FACTS.map((step) => [step, () => upTo(step).story.fold()])),
	printed: () => beside('accepted', (story) => story.add('printed', { document: 'receipt', copy: 1, reason: 'first' })),
	packetLost: () =>
		beside('arrived', (story, { arrived }) => story.add('lost', { paper: 'packet' }, { on: [arrived] }, { text: 'x' })),
	packetMissing: () => beside('dispatched', (story, { dispatched }) => story.arrived(dispatched, 'missing')),
	twoDrafts: () => beside('drafted', (story, { assigned }) => story.drafted(assigned, 'refusal')),
	resultDamaged: () =>
		beside('returned', (story, { returned }) =>
			story.add(
				'resultsArrived',
				{ rows: [{ paper: resultNumberOf(NUMBER), on: returned, state: 'damaged' }], register: null },
				{ on: [returned] }
			)
		),
	withdrawn: () => beside('accepted', (story, { accepted }) => story.add('withdrawn', {}, { on: [accepted] })),
	annulled: () => beside('accepted', (story, { accepted }) => story.annulled(accepted)),
	collision: () => beside('accepted', (story) => story.accepted({ id: 'rival', journal: 'K' as JournalId })),
	renumbered: () =>
		beside('accepted', (story, { accepted }) =>
			story.add('renumbered', { to: NUMBER }, { on: [accepted] }, { text: '' })
		)
};
