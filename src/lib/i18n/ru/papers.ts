/** Columns and labels of papers (words 241–260) and names of the papers. */
export const papers = {
	sheetCount: 'Кол-во листов',
	names: {
		receipt: 'Расписка',
		packetLabel: 'Наклейка пакета',
		resultLabel: 'Наклейка результата',
		collectionSheet: 'Лист сбора',
		register: 'Реестр отправки',
		resultRegister: 'Реестр результатов',
		acknowledgement: 'Расписка в получении результата',
		missingSlip: 'Перечень недостающих документов',
		movementSheet: 'Лист движения пакета',
		talon: 'Талон',
		resultLetter: 'Документ о решении',
		journal: 'Журнал регистрации'
	},
	read: 'Читать на экране',
	readTitle: 'Бумаги на экране',
	notHere: 'На этом устройстве нет данных этой бумаги. Откройте её на устройстве, где принято заявление.',
	preparing: 'Бумага готовится…',
	sentToPrinter: 'Отправлено на печать. Экземпляр: {{n}}',
	barcodeAlt: 'Штрихкод, номер: {{number}}',
	aloud: {
		table: 'Таблица',
		toFill: 'заполняется от руки',
		toTick: 'клетки для отметки',
		ticked: 'отмечено',
		notTicked: 'не отмечено'
	}
} as const;
