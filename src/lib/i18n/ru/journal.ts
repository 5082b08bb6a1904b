/** The Center's journal of registration. */
export const journal = {
	title: 'Журнал регистрации',
	count: 'Записей: {{n}}',
	empty: 'За этот день записей нет. Выберите другой день.',
	emptyEver: 'Журнал пуст. Примите первое заявление.',
	day: 'День',
	previousDay: 'Предыдущий день',
	nextDay: 'Следующий день',
	filter: 'Отбор',
	filterStep: 'Этап',
	filterService: 'Услуга',
	filterWindow: 'Окно',
	onlyLate: 'Только просроченные',
	printJournal: 'Напечатать журнал',
	columns: {
		number: 'Номер заявления',
		accepted: 'Принято',
		applicant: 'Заявитель',
		service: 'Услуга',
		inspector: 'Инспектор',
		state: 'Состояние',
		due: 'Срок',
		collector: 'Подпись принявшего'
	}
} as const;
