import { rowOf } from '#lib/domain/application/causes.ts';
import { type Fact } from '#lib/domain/fact/fact.ts';
import { type Role } from '#lib/domain/fact/ids.ts';
import { fullName } from '#lib/domain/text/person-name.ts';

/** What puts codes into words: the texts of a language, names of people and orgs, numbers in groups. */
export type StoryNamer = {
	say: (key: string, params?: Record<string, string | number>) => string;
	/** A colleague by name; of people of other orgs only the role is known here. */
	staff: (id: string, role: Role) => string;
	org: (id: string) => string;
	number: (digits: string) => string;
};

/** One fact as one sentence of an application's story. Variables stand after colons (words.md § 1.11). */
export function storySentence(fact: Fact, number: string, { say, staff, org, number: digits }: StoryNamer): string {
	// eslint-disable-next-line @typescript-eslint/switch-exhaustiveness-check -- open: the name of the type is the sentence of the others
	switch (fact.type) {
		case 'collected':
			return say('story.collected');
		case 'dispatched':
			return say('story.dispatched');
		case 'returned':
			return say('story.returned');
		case 'arrived':
		case 'resultsArrived':
			return arrival(fact, number, say);
		case 'amended':
			return say(fact.body.what === 'applicant' ? 'story.amendedApplicant' : 'story.amendedDocuments');
		case 'withdrawn':
			return say('story.withdrawn', { reason: fact.details?.text || '–' });
		case 'documentsReturned':
			return say('story.documentsReturned', { n: fact.body.documents });
		case 'assigned':
			return say('story.assigned', { person: staff(fact.body.executor, 'executor') });
		case 'drafted':
			return say(fact.body.decision === 'notice' ? 'story.draftedNotice' : 'story.draftedRefusal');
		case 'sentBack':
			if (fact.body.chosen)
				return say('story.draftNotChosen', { person: staff(fact.body.to ?? fact.actor, 'executor') });
			return say('story.sentBack', { text: fact.details?.text || '–' });
		case 'labelled':
			return say('story.labelled', { reason: say(`application.relabelReasons.${fact.body.reason}`) });
		case 'handedOut':
		case 'handedOutWithoutReceipt':
			return say(`story.${fact.type}`, { person: fact.details ? fullNameOf(fact.details.receiver) : '–' });
		case 'redirected':
			return say('story.redirected', { org: org(fact.body.toBody) });
		case 'lost':
			return say('story.lost', { person: staff(fact.actor, fact.role) });
		case 'reconstructed':
			return say(fact.on.length > 0 ? 'story.found' : 'story.reconstructed');
		case 'receiptSpoiled':
			// Only a Center gives receipts; the body's paper is the talon.
			return say(isOfCenter(fact.role) ? 'story.receiptSpoiled' : 'story.talonSpoiled', { n: fact.body.copy });
		case 'printed':
			return fact.body.document === 'receipt'
				? say('story.receiptPrinted', { n: fact.body.copy })
				: say('story.printed', { document: say(`papers.names.${fact.body.document}`), n: fact.body.copy });
		case 'annulled':
			return say('story.annulled', { reason: say(`application.annulReasons.${fact.body.reason}`) });
		case 'renumbered':
			return say('story.renumbered', { number: digits(fact.body.to) });
		case 'setAside':
			return say('story.setAside', { person: staff(fact.actor, fact.role) });
		case 'discrepancySettled':
			return say('story.discrepancySettled', { text: fact.details?.text || '–' });
		case 'flagSettled':
			return say(fact.body.counts ? 'story.flagConfirmed' : 'story.flagLeftOut', { text: fact.details?.text || '–' });
		case 'slotMissed':
			return say('story.slotMissed', { reason: fact.details?.text || '–' });
		case 'calendarChanged':
			return say('story.calendarChanged', { date: fact.body.date });
		default:
			return say(`story.${fact.type}`);
	}
}

/** What a fact adds in its own words, where the sentence does not hold them already; null where it adds nothing. */
export function storyNote(fact: Fact, number: string, { say, number: digits }: StoryNamer): string | null {
	// eslint-disable-next-line @typescript-eslint/switch-exhaustiveness-check -- open: the sentence of the others holds all they say
	switch (fact.type) {
		case 'dispatched':
		case 'returned':
			return say('story.inRegister', { register: digits(fact.subject.kind === 'register' ? fact.subject.number : '') });
		case 'arrived':
		case 'resultsArrived': {
			const paper = fact.type === 'arrived' ? 'packet' : 'result';
			const row = rowOf(fact, number, paper);
			return (row && fact.details?.remarks[row.paper]) || null;
		}
		case 'drafted':
			return [fact.details?.text, fact.details?.unexamined?.text].filter(Boolean).join(' · ') || null;
		case 'signed': {
			const { unprinted } = fact.body;
			return [unprinted && say(`signing.doubt.${unprinted}`), fact.details?.text].filter(Boolean).join(' · ') || null;
		}
		case 'annulled':
		case 'labelled':
		case 'lost':
		case 'reconstructed':
		case 'receiptSpoiled':
		case 'examined':
		case 'redirected':
		case 'amended':
			return fact.details?.text || null;
		default:
			return null;
	}
}

const isOfCenter = (role: Role) => role !== 'chancery' && role !== 'executor' && role !== 'head';

function arrival(
	fact: Extract<Fact, { type: 'arrived' | 'resultsArrived' }>,
	number: string,
	say: StoryNamer['say']
): string {
	const state = rowOf(fact, number, fact.type === 'arrived' ? 'packet' : 'result')?.state ?? 'received';
	if (state === 'received') return say(`story.${fact.type}`);
	return say('common.labelValue', {
		label: say(`states.steps.${fact.type}`),
		value: say(`scan.rows.${state}`)
	});
}

function fullNameOf({ patronymic, ...name }: { surname: string; given: string; patronymic?: string | undefined }) {
	return fullName({ ...name, ...(patronymic ? { patronymic } : {}) });
}
