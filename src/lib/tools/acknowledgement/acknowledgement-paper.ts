import { type Application, type DecisionKind } from '#lib/domain/application/application.ts';
import { acknowledgement, type Recipient } from '#lib/domain/documents/acknowledgement.ts';
import { type Bilingual, type PaperModel } from '#lib/domain/documents/paper-model.ts';
import { NOTICE, SERVICE_UNKNOWN } from '#lib/domain/documents/paper-words.ts';
import { type FactOf } from '#lib/domain/fact/fact.ts';
import { type EndingType, isEnding } from '#lib/domain/fact/traits.ts';
import { type PaperNumber } from '#lib/domain/number/paper-number.ts';
import { type Regulation } from '#lib/domain/regulation/regulation.ts';
import { fullName } from '#lib/domain/text/person-name.ts';
import { ALMATY, localOf } from '#lib/domain/time/zone.ts';
import { type OrgEntry } from '#lib/protocol/context-messages.ts';
import { isMessageKey, translateLoosely } from '#lib/i18n/translate.ts';
import { readProxyBasis } from './proxy-basis.ts';

type AcknowledgementSurroundings = {
	regulation: Regulation | undefined;
	/** Read from the paper, where the decision has not reached this device. */
	outcome: DecisionKind | null;
	inspector: string;
	/** The body that hands out what was applied for at it. */
	body?: Pick<OrgEntry, 'name' | 'address' | 'phones'> | undefined;
	copy: number;
	now: number;
};

type HandedOut = FactOf<EndingType>;

const RECEIPT: Bilingual = { kk: 'қолхат', ru: 'расписка' };
const TALON: Bilingual = { kk: 'талон', ru: 'талон' };
const AGAIN: Bilingual = { kk: 'өзге себеп', ru: 'иная причина' };

/**
 * What the receiver signs. With the receipt and no other document shown, the receipt itself is the document shown.
 * Null while nothing was handed out, or the personal part is not at hand.
 */
export function acknowledgementPaper(
	application: Application,
	{ regulation, outcome, inspector, body, copy, now }: AcknowledgementSurroundings
): PaperModel | null {
	const happened = application.story.findLast(({ fact, dead }) => !dead && isEnding(fact));
	const fact = happened?.fact as HandedOut | undefined;
	const decision = application.decision?.kind ?? outcome;
	if (!fact?.details || !decision) return null;
	const recorded = application.story.findLast((item) => !item.dead && item.fact.type === 'recorded');
	const { identityDocument } = fact.details;
	return acknowledgement({
		number: application.number as PaperNumber,
		...(body ? { body: { name: body.name, address: body.address, phone: body.phones[0] ?? '' } } : {}),
		serviceName: regulation?.workingName ?? SERVICE_UNKNOWN,
		result: {
			kind: decision === 'refusal' ? 'refusal' : 'granted',
			paper: regulation?.resultPaper ?? NOTICE,
			bookNumber: application.decision?.ledgerNumber ?? '—',
			bookDate: recorded ? localOf(recorded.at, ALMATY).date : null,
			sheets: fact.body.sheets
		},
		recipient: recipientOf(fact),
		applicant: application.acceptance?.applicant ? fullName(application.acceptance.applicant) : '—',
		signer: fact.body.signedFor ? (fact.details.signer ?? null) : null,
		shownDocument: identityDocument
			? { kind: identityWords(identityDocument.kind), number: identityDocument.number }
			: { kind: body ? TALON : RECEIPT, number: application.number },
		returned: fact.body.originals,
		handedOutAt: localOf(happened!.at, ALMATY),
		inspector: { name: inspector, window: fact.window ?? (body ? null : '—') },
		run: {
			copy,
			reprintReason: copy === 1 ? null : AGAIN,
			printedAt: localOf(now, ALMATY),
			exampleData: false,
			training: false
		}
	});
}

function recipientOf({ body, details }: HandedOut): Recipient {
	const { patronymic, ...person } = details!.receiver;
	const name = fullName({ ...person, ...(patronymic ? { patronymic } : {}) });
	if (body.to === 'applicant') return { as: 'applicant', fullName: name };
	const proxy = body.to === 'powerOfAttorney' ? readProxyBasis(details!.basis ?? '') : null;
	if (!proxy) return { as: 'legal-representative', fullName: name };
	return { as: 'proxy', fullName: name, proxyNumber: proxy.number, proxyDate: proxy.date };
}

/** A kind of identity document is a code of ours or the words of whoever typed it. */
export function identityWords(kind: string): Bilingual {
	const key = `applicant.identityKinds.${kind}`;
	return isMessageKey(key, 'kk')
		? { kk: translateLoosely('kk', key), ru: translateLoosely('ru', key) }
		: { kk: kind, ru: kind };
}
