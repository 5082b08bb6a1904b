import { type Application, type Happening } from '#lib/domain/application/application.ts';
import { type Fact } from '#lib/domain/fact/fact.ts';
import { type FactId } from '#lib/domain/fact/ids.ts';
import { readFact } from '#lib/domain/fact/read-fact.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { flagSentences } from './flag-words.ts';
import { type StoryNamer, storyNote, storySentence } from './story-sentence.ts';

/** How far this device's own journal has been acknowledged. */
export type SentSoFar = { journal: string; ackedSeq: number };

/** One line of the story, ready to be shown. `fact` is null where only a newer version can read it, or none. */
export type StoryEntry = {
	id: FactId;
	fact: Fact | null;
	/** Legal time; null where the fact does not tell one that is a time. */
	at: number | null;
	sentence: string;
	note: string | null;
	person: string | null;
	place: string | null;
	/** The short sign of the journal and the fact's place in it. */
	journal: string;
	seq: number;
	/** When it was entered, where that was later than it happened. */
	enteredAt: number | null;
	countersigned: string | null;
	sent: boolean;
	dead: null | { why: NonNullable<Happening['dead']>['why']; by: string };
	/** What the server flagged it for, and whether it counts; empty where nothing stands against it. */
	flag: string[];
};

/** The story, the newest first; facts that cannot be read stand before it, at their device's time where they tell one. */
export function storyEntries(
	application: Application,
	stored: readonly StoredFact[],
	sentSoFar: SentSoFar,
	namer: StoryNamer & { place: (fact: Fact) => string }
): StoryEntry[] {
	const isSent = (fact: { journal: string; seq: number }) =>
		fact.journal !== sentSoFar.journal || fact.seq <= sentSoFar.ackedSeq;
	const sentences = new Map(
		application.story.map(({ fact }) => [fact.id, storySentence(fact, application.number, namer)])
	);
	const flagged = application.anomalies.filter(({ flag }) => flag !== null);
	const told = application.story.map(({ fact, at, dead }: Happening): StoryEntry => ({
		id: fact.id,
		fact,
		at,
		sentence: sentences.get(fact.id)!,
		note: storyNote(fact, application.number, namer),
		person: handOf(fact, namer),
		place: namer.place(fact),
		journal: signOf(fact.journal),
		seq: fact.seq,
		enteredAt: fact.occurredAt === undefined ? null : fact.at,
		countersigned: fact.countersigned ? namer.staff(fact.countersigned.actor, fact.countersigned.role) : null,
		sent: isSent(fact),
		dead: dead && { why: dead.why, by: sentences.get(dead.by) ?? '' },
		flag: flagged.flatMap((anomaly) => (anomaly.facts.includes(fact.id) ? flagSentences(fact, anomaly, namer) : []))
	}));
	return [...told, ...unreadable(stored, isSent, namer)].reverse();
}

/** Who did it; a deputy's hand says so. What was entered from paper was done by another than who entered it. */
function handOf(fact: Fact, namer: StoryNamer): string {
	const name = namer.staff(fact.actor, fact.role);
	const isDeputy = 'acting' in fact.body && fact.body.acting && !('fromPaper' in fact.body && fact.body.fromPaper);
	return isDeputy ? `${name} (${namer.say('states.roles.actingHeadShort')})` : name;
}

/** The last four signs of a journal's id: enough to tell devices of one office apart. */
export const signOf = (journal: string): string => journal.slice(-4);

function unreadable(
	stored: readonly StoredFact[],
	isSent: (fact: { journal: string; seq: number }) => boolean,
	namer: StoryNamer
): StoryEntry[] {
	return stored.flatMap(({ id, journal, seq, text, personal }) => {
		const read = readFact(text, personal);
		if (read.ok && read.known) return [];
		const envelope = read.ok ? read.envelope : null;
		return {
			id,
			fact: null,
			at: envelope?.at ?? null,
			sentence: namer.say(envelope ? 'story.unknownFact' : 'story.unreadableFact'),
			note: null,
			person: null,
			place: envelope ? namer.org(envelope.org) : null,
			journal: signOf(journal),
			seq,
			enteredAt: null,
			countersigned: null,
			sent: isSent({ journal, seq }),
			dead: null,
			flag: []
		};
	});
}
