import childBenefit from '#lib/law/resolution-370/child-benefit-under-18.json' with { type: 'json' };
import { type FactDraft } from '#lib/domain/fact/fact.ts';
import { type OrgId } from '#lib/domain/fact/ids.ts';
import { parseRegulation, type Regulation } from '#lib/domain/regulation/regulation.ts';

const both = (kk: string, ru: string) => ({ kk, ru });
const example = (kk: string, ru: string) => ({ kk, ru, example: true as const });

/**
 * An invented service, marked as such in its names: made from the data of service 3, with documents, own fields, limits and a
 * recording unit of its own. Neither an id nor a number of it stands in the program.
 * @param own fields that the test gives it
 */
export function ninthService(own: Partial<Regulation> = {}): Regulation {
	const data: Regulation = {
		...parseRegulation(JSON.parse(JSON.stringify(childBenefit).replaceAll('3-қосымша', 'Үлгі, 1-қосымша'))),
		id: 'example-fuel-aid',
		number: 9,
		version: 1,
		validFrom: '2026-11-01' as Regulation['validFrom'],
		annex: 1,
		source: 'Үлгі, 1-қосымша',
		name: {
			literal: '«Қатты отын сатып алуға көмек (үлгі)»',
			annexHeading: '«Қатты отын сатып алуға көмек (үлгі)»',
			kk: 'Қатты отын сатып алуға көмек (үлгі)',
			ru: 'Помощь на приобретение твёрдого топлива (пример)',
			ruMark: 'unverified',
			ruSource: 'ойдан шығарылған үлгі'
		},
		workingName: both('Отынға көмек (үлгі)', 'Помощь на топливо (пример)'),
		resultPaper: both('Анықтама', 'Справка'),
		ledger: both('Есепке алу кітабы: Отынға көмек (үлгі)', 'Книга учёта: Помощь на топливо (пример)'),
		requiredDocuments: [
			{ ...example('Көмек туралы өтініш (үлгі)', 'Заявление о помощи (пример)'), defaultForm: 'original' },
			{ ...example('Пеші бар үйдің құжаты (үлгі)', 'Документ на дом с печью (пример)'), defaultForm: 'copy' }
		],
		refusalGrounds: [example('Үйде пеш жоқ (үлгі)', 'В доме нет печи (пример)')],
		letters: {
			notice: example(
				'Отынға көмек берілді. Кімге: {applicant}.\nМөлшері: {fuelSum}. Өтініш: {number}, {date}.\nБұдан әрі: көмек шотқа аударылады.',
				'Помощь на топливо назначена. Кому: {applicant}.\nРазмер: {fuelSum}. Заявление: {number}, {date}.\nДалее: помощь перечисляется на счёт.'
			),
			refusal: example(
				'Өтінішіңіз қаралды: {date}. Бас тартудың негізі:',
				'Ваше заявление рассмотрено: {date}. Основание:'
			),
			appeal: example('Шешімге шағым беруге болады.', 'Решение можно обжаловать.')
		},
		letterFields: [
			{
				key: 'fuelSum',
				kind: 'money',
				label: both('Отын көмегінің мөлшері', 'Размер помощи на топливо'),
				sample: both('62 000', '62 000'),
				example: true
			}
		],
		readings: []
	};
	for (const action of data.table1.actions) action.readings = [];
	data.table1.actions[0]!.limit = { amount: 20, unit: 'minutes', literal: '20 минут' };
	data.table1.actions[5]!.limit = { amount: 12, unit: 'workingDays', literal: 'Он екі жұмыс күні' };
	for (const route of [data.routes.center ?? [], data.routes.body])
		for (const row of route) {
			row.readings = [];
			if (row.fact === 'recorded') Object.assign(row, { unit: 'executor', alsoBy: [] });
		}
	return { ...data, ...own };
}

/** The fact by which an administrator brings it in. */
export const serviceImport = (regulation: Regulation, org: OrgId): FactDraft<'regulationImported'> => ({
	type: 'regulationImported',
	subject: { kind: 'org', org },
	body: { id: regulation.id, version: regulation.version, text: JSON.stringify(regulation) },
	details: null
});
