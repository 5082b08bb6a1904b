import { type Acceptance } from '#lib/domain/application/application.ts';
import { type ApplicationSummary } from '#lib/domain/application/summary.ts';
import { type Applicant } from '#lib/domain/fact/application-facts.ts';
import { documentKey } from '#lib/domain/search/search-keys.ts';
import { writtenParts } from '#lib/domain/text/typed-name.ts';
import { type AcceptDraft } from './accept-draft.ts';

const IIN_LENGTH = 12;

/** Keys by which earlier applications of the form's person are found: the IIN, or without one the identity document. */
export function personKeysOf(draft: Pick<AcceptDraft, 'iin' | 'withoutIin' | 'identityNumber'>): string[] {
	if (draft.withoutIin) return [documentKey(draft.identityNumber) ?? []].flat();
	return draft.iin.length === IIN_LENGTH ? [`iin:${draft.iin}`] : [];
}

type Source = { number: string; acceptedAt: number };

/** Earlier applications of a person, the latest first. One that is known by its number only tells nothing and is left out. */
export function earlierFirst(rows: readonly ApplicationSummary[]): ApplicationSummary[] {
	return rows.filter(({ state }) => state !== 'numberOnly').sort((a, b) => b.acceptedAt - a.acceptedAt);
}

/** Those that are still on their way: a second one is opened only on purpose. */
export function stillOpen(rows: readonly ApplicationSummary[]): ApplicationSummary[] {
	return rows.filter(({ state }) => state === 'open');
}

/**
 * The form with the person of an earlier application. The IIN stays as it was typed now; the service and its papers are never
 * taken over; and what was taken over still has to be compared with a document.
 */
export function withPerson(draft: AcceptDraft, person: Applicant, source: Source): AcceptDraft {
	return {
		...draft,
		surname: person.surname,
		given: person.given,
		patronymic: person.patronymic ?? '',
		noSurname: person.surname === '',
		// Parts that were accepted with these letters are not asked about once more.
		asWritten: writtenParts(person),
		...(person.birthFrom === 'document'
			? { birthDate: person.birthDate ?? '', sex: person.sex ?? '', birthSeen: true }
			: {}),
		address: person.address,
		phone: person.phone ?? '',
		noPhone: person.phone === undefined,
		prefilledFrom: { number: source.number, acceptedAt: source.acceptedAt },
		comparedWithDocument: false
	};
}

/**
 * A form for the person of an earlier application: as at a second visit of theirs, the same service asked for. What is known of the
 * person has to be compared with a document, the papers are counted anew.
 */
export function anewFor(
	blank: AcceptDraft,
	acceptance: Pick<Acceptance, 'at' | 'body'> & { applicant: Applicant },
	number: string,
	now: number
): AcceptDraft {
	const { applicant, body } = acceptance;
	return {
		...withPerson(blank, applicant, { number, acceptedAt: acceptance.at }),
		startedAt: now,
		iin: applicant.iin ?? '',
		iinSeen: body.iinCheckOverridden ?? false,
		withoutIin: body.noIin !== undefined,
		noIin: body.noIin ?? '',
		noIinText: applicant.noIinReason ?? '',
		identityKind: applicant.identityDocument?.kind ?? '',
		identityNumber: applicant.identityDocument?.number ?? '',
		...(applicant.iin ? {} : { birthDate: applicant.birthDate ?? '' }),
		language: body.language,
		regulation: body.regulation.id
	};
}
