import { type Application } from '../application/application';
import { officialDate } from '../documents/paper-dates';
import { type Bilingual } from '../documents/paper-model';
import { type ApplicationNumber, formatNumber } from '../number/paper-number';
import { type Regulation } from '../regulation/regulation';
import { fullName } from '../text/person-name';
import { ALMATY, localOf } from '../time/zone';
import { type LetterFields } from './letter-template';

/** What a template of a letter is filled with; null where the personal part of the acceptance is not at hand. */
export function letterFields(
	{ number, acceptance }: Application,
	regulation: Regulation,
	body: Bilingual
): LetterFields | null {
	if (!acceptance?.applicant) return null;
	return {
		applicant: same(fullName(acceptance.applicant)),
		service: { kk: regulation.name.kk, ru: regulation.name.ru },
		date: officialDate(localOf(acceptance.at, ALMATY).date),
		number: same(formatNumber(number as ApplicationNumber)),
		body: { kk: body.kk, ru: body.ru }
	};
}

const same = (text: string): Bilingual => ({ kk: text, ru: text });
