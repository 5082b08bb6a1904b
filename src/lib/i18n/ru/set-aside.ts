/** The tray of what does not fit: torn labels, packets without a record, records without a packet. */
export const setAside = {
	title: 'Полка отложенного',
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
	settled: 'Решено: {{text}}',
	way: {
		found: 'найдено',
		explained: 'объяснено',
		matched: 'соединено с записью',
		returned: 'возвращено заявителю'
	},
	describe: 'Описание бумаги',
	describeHint: 'Цвет конверта, надпись, где найден',
	typeNumber: 'Если номер читается, наберите'
} as const;
