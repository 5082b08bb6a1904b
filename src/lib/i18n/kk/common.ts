/** Words that stand on many screens. */
export const common = {
	none: '–',
	notGiven: 'Көрсетілмеген',
	optional: 'міндетті емес',
	loading: 'Жүктелуде…',
	total: 'Барлығы: {{n}}',
	number: 'Нөмірі',
	date: 'Күні',
	dateAndTime: 'Күні мен уақыты',
	reason: 'Себебі',
	note: 'Ескертпе',
	who: 'Кім',
	what: 'Әрекет',
	state: 'Күйі',
	today: 'бүгін',
	page: 'Бет: {{a}}, барлығы: {{b}}',
	labelValue: '{{label}}: {{value}}',
	progress: 'Орындалды: {{a}}, барлығы: {{b}}',
	all: 'Барлығы',
	errorPrefix: 'Түзетіңіз'
} as const;
