import { type Command } from '#lib/domain/application/decide.ts';
import { doesStep } from '#lib/domain/regulation/step-units.ts';
import { intakeByClock } from '#lib/domain/time/device-clock.ts';
import { regulations } from '#lib/law/catalog.ts';
import { aHandOut } from '../support/a-hand-out.ts';
import { anAcceptForm } from '../support/an-accept-form.ts';
import { allowed, as, handOf, idOf, next, WORDS } from './asking.ts';
import { type Act } from './knowledge.ts';
import { allowIntake } from './office-acts.ts';

const SURNAMES = ['Оспанов', 'Қалиева', 'Сейітова', 'Ерғалиев', 'Нұрланқызы'];
const USUAL = 'child-benefit-under-18';
const AT_CENTER = regulations.filter((regulation) => doesStep('centerInspector', regulation, 'center', 'accepted'));

/** Somebody comes to the window; where the clock was set back, its head allows intake first. */
const accept: Act = async (knowledge) => {
	const { place, bodies, chance, now, journal } = knowledge;
	if (!intakeByClock(now, await journal.latestWritten()).ok) return as('centerHead', allowIntake)(knowledge);
	const other = chance.pick(AT_CENTER);
	const { id: regulation, version } = chance.happens(0.2) ? other : (AT_CENTER.find(({ id }) => id === USUAL) ?? other);
	const documents = [{ name: 'Туу туралы куәлік', form: 'copy' as const, sheets: String(1 + chance.below(5)) }];
	return {
		accept: {
			id: idOf(knowledge),
			form: anAcceptForm({ startedAt: now, regulation, surname: chance.pick(SURNAMES), documents }),
			regulation: { id: regulation, version },
			place: { entry: 'center', center: place.org, body: chance.pick(bodies), offline: chance.happens(0.5) }
		},
		by: handOf(knowledge)
	};
};

const known = () => true;
const amend = allowed(known, () => ({
	kind: 'amend',
	documents: [{ name: 'Анықтама', form: 'original', sheets: 1 }]
}));
const print = allowed(known, () => ({ kind: 'print', document: 'receipt', reason: 'first' }));
const annul = allowed(next('collected'), ({ acceptance }): Command | null =>
	acceptance ? { kind: 'annul', fact: acceptance.fact, reason: 'mistake', text: WORDS } : null
);
const withdraw = allowed(next('collected'), () => ({ kind: 'withdraw', text: WORDS }));
const handOut = allowed(
	({ resultAt, state }) => resultAt?.startsWith('collection/') === true && state === 'open',
	() => aHandOut
);
const returnDocuments = allowed(
	({ state }) => state === 'withdrawn' || state === 'annulled',
	() => ({ kind: 'returnDocuments' })
);

export const WINDOW_ACTS = { accept, amend, print, annul, withdraw, handOut, returnDocuments };
