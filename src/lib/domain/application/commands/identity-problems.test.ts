import { describe, expect, it } from 'vitest';
import { type AcceptForm, applicantOf, problemsOf } from './accept.ts';

const TODAY = '2026-11-29';
const form: AcceptForm = {
	...{ startedAt: 1, iin: '900101300017', iinSeen: false, noIin: '', noIinText: '' },
	...{ identityKind: '', identityNumber: '', surname: 'Оспанов', given: 'Қайрат', patronymic: '', birthDate: '' },
	...{ address: 'Шымкент', phone: '87011234567', noPhone: false, language: 'kk', represented: '' },
	representative: { surname: '', given: '', patronymic: '', iin: '', basis: '' },
	regulation: 'child-benefit-under-18',
	documents: [{ name: 'Туу туралы куәлік', form: 'copy', sheets: '1' }],
	...{ priority: false, homeVisit: false }
};
const problems = (more: Partial<AcceptForm>) =>
	problemsOf({ ...form, ...more }, TODAY).map(({ field, code }) => `${field} ${code}`);

describe('an IIN that does not tell the birth of its person', () => {
	it.each([
		['990230300124', 'iinDate'],
		['910304750123', 'iinCentury'],
		['900101800017', 'iinCentury'],
		['311231500019', 'iinFuture'],
		['900101300018', 'iinCheck']
	])('W34 %s is taken with "document seen" only', (iin, code) => {
		expect(problems({ iin })).toContain(`iin ${code}`);
		expect(problems({ iin, iinSeen: true, birthDate: '02.01.1975', sex: 'male' })).not.toContain(`iin ${code}`);
	});

	it('W34 then birth date and sex come from the document, and the acceptance keeps them as the document’s', () => {
		const seen = { iin: '990230300124', iinSeen: true };
		expect(problems(seen)).toEqual(['birthDate birthMissing', 'sex sexMissing']);
		const typed: Partial<AcceptForm> = { ...seen, birthDate: '28.2.1999', sex: 'female' };
		expect(problems(typed)).toEqual([]);
		expect(applicantOf({ ...form, ...typed })).toMatchObject({
			iin: '990230300124',
			birthDate: '1999-02-28',
			sex: 'female',
			birthFrom: 'document'
		});
	});

	it.each(['30.02.1999', '2.1.75', '30.11.2026', '01.01.1860', 'кеше'])('W34 «%s» is no date of birth', (birthDate) =>
		expect(problems({ birthDate })).toEqual(['birthDate birthWrong'])
	);

	it('W35 a birth date or sex beside an IIN that says otherwise is asked, and the document’s holds', () => {
		expect(problems({ birthDate: '1975-01-02' })).toEqual(['birthSeen birthDiffers']);
		expect(problems({ sex: 'female' })).toEqual(['birthSeen birthDiffers']);
		expect(problems({ birthDate: '01.01.1990', sex: 'male' })).toEqual([]);
		const seen = { birthDate: '02.01.1975', birthSeen: true };
		expect(problems(seen)).toEqual([]);
		expect(applicantOf({ ...form, ...seen })).toMatchObject({
			birthDate: '1975-01-02',
			sex: 'male',
			birthFrom: 'document'
		});
		expect(applicantOf(form)).not.toHaveProperty('birthFrom');
	});

	it('W34 a representative’s IIN is taken with "document seen", too', () => {
		const representative = { surname: 'Ким', given: 'Анна', patronymic: '', iin: '910304750123', basis: 'анасы' };
		expect(problems({ represented: 'legal', representative })).toEqual(['representativeIin iinCentury']);
		expect(problems({ represented: 'legal', representative: { ...representative, iinSeen: true } })).toEqual([]);
	});
});

describe('a name at its acceptance', () => {
	it.each([
		{ surname: 'Сухарто', given: '' },
		{ surname: '', given: 'Сухарто' }
	])('W36 a person with one name has it with the mark that the document has no surname (%#)', (name) => {
		expect(problems(name)).toHaveLength(1);
		expect(problems({ ...name, noSurname: true })).toEqual([]);
		expect(applicantOf({ ...form, ...name, noSurname: true })).toMatchObject({ surname: '', given: 'Сухарто' });
	});

	it('W37 a letter read in two ways is asked once, at its part, and kept as it was chosen', () => {
		expect(problems({ surname: 'YМАРОВ', given: 'Ќайрат' })).toEqual(['surname nameReading', 'given nameReading']);
		expect(problems({ surname: 'ҮМАРОВ', given: 'Қайрат' })).toEqual([]);
		const kept = { given: 'Єгор', asWritten: ['Єгор'] };
		expect(problems(kept)).toEqual([]);
		expect(applicantOf({ ...form, ...kept }).given).toBe('Єгор');
	});

	it('W33 the message names what does not belong', () => {
		const [problem] = problemsOf({ ...form, surname: 'Осп4нов' }, TODAY);
		expect(problem).toMatchObject({ field: 'surname', code: 'nameLetters', params: { letters: '4' } });
		const [mixed] = problemsOf({ ...form, surname: 'Сейітоvа' }, TODAY);
		expect(mixed).toMatchObject({ code: 'nameMixed', params: { letters: 'v' } });
	});
});
