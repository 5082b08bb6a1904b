import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	EXAMPLE_APPEAL,
	EXAMPLE_TEMPLATES,
	fillTemplate,
	paragraphsOf,
	TEMPLATE_FIELDS,
	templateProblems
} from './result-template.ts';

const FIELDS = {
	applicant: 'Оспанов Ержан Қайратұлы',
	service: 'Кресло-арба',
	date: '2026 жылғы 23 қараша',
	number: '1000 0700 0427 3142',
	body: 'Шымкент қаласының бөлімі'
};
const withoutBraces = fc.string().filter((text) => !/[{}]/u.test(text));

describe('filling a template', () => {
	it('P34 puts every known field in its place, as often as it is named', () => {
		expect(fillTemplate('{applicant}: {service}. {applicant}, {date}, {number}, {body}', FIELDS)).toEqual({
			text: `${FIELDS.applicant}: ${FIELDS.service}. ${FIELDS.applicant}, ${FIELDS.date}, ${FIELDS.number}, ${FIELDS.body}`,
			problems: []
		});
	});

	it.each(['{sum}', '{}', '{ applicant }', '{constructor}', '{toString}'])(
		'P34 leaves %s where it stands and tells of it',
		(placeholder) => {
			const text = `Мөлшері: ${placeholder}.`;
			expect(fillTemplate(text, FIELDS)).toEqual({ text, problems: [{ kind: 'unknown', placeholder }] });
		}
	);

	it('P34 leaves a field without a value where it stands and tells of it', () => {
		expect(fillTemplate('Орган: {body}', { ...FIELDS, body: '' })).toEqual({
			text: 'Орган: {body}',
			problems: [{ kind: 'missing', placeholder: '{body}' }]
		});
	});

	it.each([
		['{applicant}ға берілді', 'ға'],
		['{date}-де қабылданды', '-де']
	])('P35 tells of an ending after a field: «%s»', (text, ending) => {
		const [problem] = fillTemplate(text, FIELDS).problems;
		expect(problem).toMatchObject({ kind: 'ending', ending });
		expect(templateProblems(text)).toEqual([problem]);
	});

	it('P35 a word of its own, a full stop or a bracket after a field is no ending', () => {
		expect(templateProblems('{date} күні ({number}), {body}.')).toEqual([]);
	});

	it('P34 changes nothing in a text without placeholders, and nothing inside a value', () => {
		fc.assert(
			fc.property(withoutBraces, (text) => {
				expect(fillTemplate(text, FIELDS)).toEqual({ text, problems: [] });
			})
		);
		fc.assert(
			fc.property(fc.string({ minLength: 1 }), (value) => {
				expect(fillTemplate('{applicant}', { applicant: value }).text).toBe(value);
			})
		);
	});

	it('P34 a paragraph is a line that is not empty', () => {
		expect(paragraphsOf('  бір\n\n екі \r\n\n')).toEqual(['бір', 'екі']);
	});
});

describe('the templates that come with the system', () => {
	it.each(Object.entries(EXAMPLE_TEMPLATES))(
		'P36 %s is marked as an example, fills without a problem in both languages and quotes no law',
		(_kind, template) => {
			expect(template.example).toBe(true);
			for (const text of Object.values(template.text)) {
				expect(fillTemplate(text, FIELDS).problems).toEqual([]);
				expect(text).not.toMatch(/№|стать|пункт|-бап|тармақ|стандарт/iu);
			}
			const named = ({ text }: typeof template, lang: 'kk' | 'ru') =>
				TEMPLATE_FIELDS.filter((field) => text[lang].includes(`{${field}}`));
			expect(named(template, 'kk')).toEqual(named(template, 'ru'));
			expect(paragraphsOf(template.text.kk)).toHaveLength(paragraphsOf(template.text.ru).length);
		}
	);

	it('P36 the sentence on appeal names no term and no court', () => {
		for (const text of Object.values(EXAMPLE_APPEAL)) expect(text).not.toMatch(/\d|сот|суд/iu);
	});
});
