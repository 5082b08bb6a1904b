import { ALMATY, localOf } from '#lib/domain/time/zone.ts';
import { newId } from '#lib/journal/open-device-journal.ts';
import { blankDraft } from './accept-draft.ts';
import { draftAt } from './draft-at.ts';
import { type AcceptPlace } from '#lib/tools/places/accept-place.ts';
import { anewFor } from './accept-prefill.ts';
import { withSuggestions } from './accept-suggestions.ts';
import { findApplication } from '#lib/device/session/acts.ts';
import { language } from '#lib/device/live/language.svelte.ts';
import { lawHere } from '#lib/device/live/law.svelte.ts';

/**
 * Begins a form for the person of an earlier application, as a draft on the disk. @returns its id; null where this device does not
 * know the person (then an empty form is begun instead)
 */
export async function draftAnew(number: string, { entry }: AcceptPlace): Promise<string | null> {
	const acceptance = (await findApplication(number))?.acceptance;
	if (!acceptance?.applicant) return null;
	const now = Date.now();
	const value = anewFor(blankDraft(newId), { ...acceptance, applicant: acceptance.applicant }, number, now);
	const service = lawHere.law
		.inForce(localOf(now, ALMATY).date)
		.find(({ id, routes }) => id === value.regulation && routes[entry] !== null);
	value.regulation = service?.id ?? '';
	value.documents = service ? withSuggestions([], service, language.lang, newId) : [];
	const id = newId();
	await draftAt(id).put(value);
	return id;
}
