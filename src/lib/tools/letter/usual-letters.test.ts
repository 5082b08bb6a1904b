import { describe, expect, it } from 'vitest';
import { resultLetter } from '#lib/domain/documents/result-letter.ts';
import { fillTemplate, paragraphsOf } from '#lib/domain/documents/result-template.ts';
import { NAMES, RESULT_NUMBER } from '#lib/domain/documents/testing/sample-inputs.ts';
import { BODY_OFFICE, NOTICE_LETTER } from '#lib/domain/documents/testing/sample-letters.ts';
import { lettersOf, templateKindOf } from '#lib/domain/examination/letter-template.ts';
import { sampleFields, withOwnFields } from '#lib/domain/examination/own-fields.ts';
import { langs, type Lang } from '#lib/domain/text/lang.ts';
import { makePdf } from '#lib/print/testing/make-pdf.ts';
import { readPdf } from '#lib/print/testing/read-pdf.ts';
import { regulations } from '#lib/law/catalog.ts';

const DATE = { kk: '2026 жылғы 23 қараша', ru: '23 ноября 2026 года' };

describe('the letters that a body prints every day', () => {
	/** A certificate says more than a notice: its text is what the applicant shows elsewhere. */
	const laws = regulations.filter(({ resultPaper }) => templateKindOf('notice', resultPaper) !== 'certificate');

	it.each(laws.map((law) => [law.id, law] as const))(
		'U99 the usual paper of %s, with the fields of its letter, is one page to sign',
		async (_, law) => {
			const { notice } = lettersOf(law);
			const filled = (lang: Lang) =>
				fillTemplate(notice[lang], {
					applicant: NAMES[0],
					number: RESULT_NUMBER,
					service: law.name[lang],
					date: DATE[lang],
					body: BODY_OFFICE.name[lang]
				}).text;
			const own = law.letterFields ?? [];
			const whole = withOwnFields({ kk: filled('kk'), ru: filled('ru') }, own, sampleFields(own));
			const [kk = [], ru = []] = langs.map((lang) => paragraphsOf(whole[lang]));
			const letter = resultLetter({
				...NOTICE_LETTER,
				ledger: null,
				service: law.name,
				text: { kk, ru },
				outcome: { kind: 'notice', paper: law.resultPaper }
			});
			expect(await readPdf(await makePdf([letter]))).toHaveLength(1);
		}
	);
});
