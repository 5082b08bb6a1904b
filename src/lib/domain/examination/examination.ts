import { type Application, type DecisionKind, type Happening } from '../application/application.ts';
import { type Letter } from '../fact/application-facts.ts';
import { type FactOf, type FactType } from '../fact/fact.ts';
import { type FactId, type Instant, type StaffId } from '../fact/ids.ts';
import { type CheckedLine } from './checklist.ts';

/** A note by somebody of the body. */
export type Note = { fact: FactId; at: Instant; by: StaffId; text: string };

export type RecordedCheck = { at: Instant; by: StaffId; lines: readonly CheckedLine[]; complete: boolean | null };

type Timed<T extends FactType> = { at: Instant; fact: FactOf<T> };

/** The notes of the examination, the first one first. */
export function notesOf({ story }: Application): Note[] {
	return live(story, 'examined').flatMap(({ at, fact }) =>
		fact.details?.text ? [{ fact: fact.id, at, by: fact.actor, text: fact.details.text }] : []
	);
}

/**
 * The last recorded completeness check; null before the first one, or where its personal part is missing. After a redirection the
 * packet is checked again, also by a body that had it before.
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

/** The head's note on the draft sent back; null once a new one was prepared. */
export function sentBackOf({ story, decision, body }: Application): Note | null {
	const latest = live(story, 'sentBack').findLast(({ fact }) => fact.org === body && !fact.body.chosen);
	if (decision || !latest) return null;
	const { at, fact } = latest;
	return { fact: fact.id, at, by: fact.actor, text: fact.details?.text ?? '' };
}

/** The last written letter, also one that was sent back: the work continues from there, never from an empty page. */
export function lastLetterOf({ story }: Application): { decision: DecisionKind; letter: Letter } | null {
	const written = story.flatMap(({ fact, dead }) =>
		fact.type === 'drafted' && dead?.why !== 'annulled' && fact.details?.letter
			? [{ decision: fact.body.decision, letter: fact.details.letter }]
			: []
	);
	return written.at(-1) ?? null;
}

function live<T extends FactType>(story: readonly Happening[], type: T): Timed<T>[] {
	return story
		.filter(({ fact, dead }) => fact.type === type && dead === null)
		.map(({ fact, at }) => ({ at, fact: fact as unknown as FactOf<T> }));
}
