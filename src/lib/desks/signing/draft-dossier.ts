import { type Application, type Happening } from '#lib/domain/application/application.ts';
import { checkOf, type Note, notesOf, type RecordedCheck } from '#lib/domain/examination/examination.ts';

/** What the head reads beside a draft before signing it. */
export type DraftDossier = {
	/** The latest check of completeness; null where none was made. */
	check: RecordedCheck | null;
	notes: readonly Note[];
	/** The executor's word with the draft that waits. */
	remark: Note | null;
	/** What earlier drafts were sent back for, in their order. */
	sentBack: readonly Note[];
};

/** Reads the dossier off the story of an application. */
export function draftDossier(application: Application): DraftDossier {
	const { story, decision } = application;
	const said = (happening: Happening): Note[] => {
		const { fact, at } = happening;
		const text = fact.type === 'sentBack' || fact.type === 'drafted' ? fact.details?.text.trim() : '';
		return text ? [{ fact: fact.id, at, by: fact.actor, text }] : [];
	};
	return {
		check: checkOf(application),
		notes: notesOf(application),
		remark: story.filter(({ fact }) => fact.id === decision?.draft).flatMap(said)[0] ?? null,
		sentBack: story.filter(({ fact, dead }) => fact.type === 'sentBack' && !dead).flatMap(said)
	};
}
