import { type Application, type DecisionKind, type Happening } from '../application/application.ts';
import { type Letter } from '../fact/application-facts.ts';
import { type FactOf, type FactType } from '../fact/fact.ts';
import { type FactId, type Instant, type StaffId } from '../fact/ids.ts';
import { type CheckedLine } from './checklist.ts';

/** Something that somebody of the body wrote down. */
export type Note = { fact: FactId; at: Instant; by: StaffId; text: string };

export type RecordedCheck = { at: Instant; by: StaffId; lines: readonly CheckedLine[]; complete: boolean | null };

type Told<T extends FactType> = { at: Instant; fact: FactOf<T> };

/** The notes of the examination, the first one first. */
export function notesOf({ story }: Application): Note[] {
	return live(story, 'examined').flatMap(({ at, fact }) =>
		fact.details?.text ? [{ fact: fact.id, at, by: fact.actor, text: fact.details.text }] : []
	);
}

/**
 * The completeness check that was recorded last; null before the first one, or where its personal part is not at hand. After a
 * redirection the packet is checked anew, also by a body that had it before.
 */
export function checkOf({ story, body }: Application): RecordedCheck | null {
	const redirected = story.findLastIndex(({ fact, dead }) => fact.type === 'redirected' && dead === null);
	const latest = live(story.slice(redirected + 1), 'examined').findLast(
		({ fact }) => (redirected === -1 || fact.org === body) && (fact.details?.lines?.length ?? 0) > 0
	);
	if (!latest) return null;
	const { at, fact } = latest;
	return { at, by: fact.actor, lines: fact.details?.lines ?? [], complete: fact.body.complete ?? null };
}

/** What the head found wrong with the draft that came back; null once a new one was prepared. */
export function sentBackOf({ story, decision, body }: Application): Note | null {
	const latest = live(story, 'sentBack').findLast(({ fact }) => fact.org === body && !fact.body.chosen);
	if (decision || !latest) return null;
	const { at, fact } = latest;
	return { fact: fact.id, at, by: fact.actor, text: fact.details?.text ?? '' };
}

/** The letter that was written last, also one that was sent back: work goes on from there, never from an empty page. */
export function lastLetterOf({ story }: Application): { decision: DecisionKind; letter: Letter } | null {
	const written = story.flatMap(({ fact, dead }) =>
		fact.type === 'drafted' && dead?.why !== 'annulled' && fact.details?.letter
			? [{ decision: fact.body.decision, letter: fact.details.letter }]
			: []
	);
	return written.at(-1) ?? null;
}

function live<T extends FactType>(story: readonly Happening[], type: T): Told<T>[] {
	return story
		.filter(({ fact, dead }) => fact.type === type && dead === null)
		.map(({ fact, at }) => ({ at, fact: fact as unknown as FactOf<T> }));
}
