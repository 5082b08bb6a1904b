import { type Application } from '../application/application.ts';
import { officialDates } from '../documents/paper-dates.ts';
import { type Bilingual } from '../documents/paper-model.ts';
import { type ApplicationNumber, formatNumber } from '../number/paper-number.ts';
import { type Regulation } from '../regulation/regulation.ts';
import { fullName } from '../text/person-name.ts';
import { ALMATY, localOf } from '../time/zone.ts';
import { type LetterFields } from './letter-template.ts';

/** The fields of a letter's template; null where the personal part of the acceptance is missing. */
export function letterFields(
	{ number, acceptance }: Application,
	regulation: Regulation,
	body: Bilingual
): LetterFields | null {
	if (!acceptance?.applicant) return null;
	return {
		applicant: same(fullName(acceptance.applicant)),
		service: { kk: regulation.name.kk, ru: regulation.name.ru },
		date: officialDates(localOf(acceptance.at, ALMATY).date),
		number: same(formatNumber(number as ApplicationNumber)),
		body: { kk: body.kk, ru: body.ru }
	};
}

const same = (text: string): Bilingual => ({ kk: text, ru: text });
