/** The tray of what does not fit: torn labels, packets without a record, records without a packet. */
export const setAside = {
	title: 'Отложенные бумаги',
	why: {
		unreadable: 'Пакеты с нечитаемым кодом',
		noRecord: 'Пакеты без записи',
		noPaper: 'Записи без пакета',
		other: 'Прочее'
	},
	empty: 'Отложенных бумаг нет',
	owner: 'Отвечает',
	age: 'Лежит',
	add: 'Отложить на полку',
	settle: 'Отметить решение',
	way: {
		found: 'найдено',
		explained: 'объяснено',
		matched: 'соединено с записью',
		returned: 'возвращено заявителю',
		stays: 'остаётся на полке, причина известна'
	},
	explained: 'Пояснение: {{text}}',
	notExplained: 'Без пояснения',
	explainDone: 'Пояснение записано',
	describe: 'Описание бумаги',
	describeHint: 'Цвет конверта, надпись, где найден',
	typeNumber: 'Если номер читается, наберите',
	waiting: 'Ожидают: {{n}}',
	settledTitle: 'Решено: {{n}}',
	whyTitle: 'Причина',
	addDone: 'Отложено на полку. Отвечает: {{person}}',
	settleDone: 'Решение отмечено',
	settleWay: 'Как решено',
	settleText: 'Пояснение',
	relabelTitle: 'Набрать номер и напечатать наклейку',
	relabelByNumber: 'Новая наклейка напечатана и записана. Данные заявления придут с другого устройства.',
	relabelHint: 'Если код не читается, наберите 16 цифр с наклейки',
	describeMissing: 'Нет ни номера, ни описания. Укажите одно из двух.',
	numberWrong: 'Номер набран неверно. Сверьте каждую группу с бумагой.',
	emptyText: 'Отмечайте здесь бумаги с нечитаемым кодом или без записи.'
} as const;
