import { KeptDraft } from '#lib/device/drafts/kept-draft.ts';
import { newId } from '#lib/journal/open-device-journal.ts';
import { type AcceptDraft, DRAFT_KIND, readDraft } from './accept-draft.ts';

/** The draft of an intake on the disk. */
export const draftAt = (id: string): KeptDraft<AcceptDraft> =>
	new KeptDraft(id, DRAFT_KIND, (stored) => readDraft(stored, newId));
