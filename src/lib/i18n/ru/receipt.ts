/** The receipt's page: printing, reprinting, the copy written by hand. */
export const receipt = {
	title: 'Расписка',
	locked: 'Расписка откроется после сохранения записи',
	copyNumber: 'Экземпляр: {{n}}',
	reprintTitle: 'Повторная печать',
	reprintReason: 'Причина повторной печати',
	reprintReasons: {
		first: 'первая печать',
		printerFailed: 'неисправность принтера',
		lost: 'утеряна заявителем',
		amended: 'данные изменены',
		other: 'иная причина'
	},
	spoiled: 'Отметить как испорченную',
	spoiledNote: 'Изымите испорченный экземпляр. Испорчен экземпляр: {{n}}',
	byHandTitle: 'Расписка от руки',
	byHandHint: 'Перепишите номер на бланк по группам',
	byHandDone: 'Написано от руки',
	printLabel: 'Напечатать наклейку',
	printTogether: 'Печатать сразу после приёма',
	accessible: 'Бумага на экране'
} as const;
