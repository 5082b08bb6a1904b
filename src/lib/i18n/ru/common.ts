/** Words that stand on many screens. */
export const common = {
	none: '–',
	notGiven: 'Не указано',
	optional: 'необязательно',
	loading: 'Загружается…',
	total: 'Всего: {{n}}',
	number: 'Номер',
	date: 'Дата',
	dateAndTime: 'Дата и время',
	reason: 'Причина',
	note: 'Примечание',
	who: 'Кто',
	what: 'Действие',
	state: 'Состояние',
	today: 'сегодня',
	page: 'Страница {{a}} из {{b}}',
	labelValue: '{{label}}: {{value}}',
	progress: 'Выполнено: {{a}} из {{b}}',
	all: 'Все',
	errorPrefix: 'Исправьте'
} as const;
