import { ALMATY, localOf } from '$lib/domain/time/zone';
import { newId } from '$lib/journal/open-device-journal';
import { blankDraft, DRAFT_KIND } from './accept-draft';
import { type AcceptPlace } from './accept-place';
import { anewFor } from './accept-prefill';
import { withSuggestions } from './accept-suggestions';
import { findApplication } from './acts';
import { desk } from './desk.svelte';
import { language } from './language.svelte';
import { lawHere } from './law.svelte';

/**
 * Begins a form for the person of an earlier application, as a draft on the disk. @returns its id; null where this device does not
 * know the person (then an empty form is begun instead)
 */
export async function draftAnew(number: string, { entry }: AcceptPlace): Promise<string | null> {
	const acceptance = (await findApplication(number))?.acceptance;
	if (!acceptance?.applicant) return null;
	const now = Date.now();
	const value = anewFor(blankDraft(newId), { ...acceptance, applicant: acceptance.applicant }, number, now);
	const service = lawHere
		.servicesOn(localOf(now, ALMATY).date)
		.find(({ id, routes }) => id === value.regulation && routes[entry] !== null);
	value.regulation = service?.id ?? '';
	value.documents = service ? withSuggestions([], service, language.lang, newId) : [];
	const id = newId();
	await desk.journal.putDraft({ id, kind: DRAFT_KIND, updatedAt: now, value });
	return id;
}
