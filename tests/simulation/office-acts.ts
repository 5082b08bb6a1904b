import { type OrgId } from '#lib/domain/fact/ids.ts';
import { plainDate } from '#lib/domain/time/plain-date.ts';
import { handOf, idOf, WORDS } from './asking.ts';
import { readClosing } from './read-closing.ts';
import { type Act } from './knowledge.ts';

/** The Government moves a day off: told to every org, for a limit has to end on the same day for all. */
export const moveDay: Act = async (knowledge) => {
	const { place, chance, orgs } = knowledge;
	return {
		office: {
			kind: 'setDay',
			date: plainDate(`2026-11-${24 + chance.below(6)}`),
			choice: chance.pick(['dayOff', 'workingDay'] as const),
			reason: WORDS,
			tell: orgs.filter((org): org is OrgId => org !== place.org)
		},
		id: idOf(knowledge),
		by: handOf(knowledge)
	};
};

/** A head has looked at the clock. */
export const allowIntake: Act = async (knowledge) => ({
	office: { kind: 'allowIntake' },
	id: idOf(knowledge),
	by: handOf(knowledge)
});

/** A head closes the day of the org, anybody else hands over a shift. */
export const close: Act = async (knowledge) => {
	const closing = await readClosing(knowledge);
	return closing && { office: { kind: 'closeDay', ...closing }, id: idOf(knowledge), by: handOf(knowledge) };
};
