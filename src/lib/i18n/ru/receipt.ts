/** The receipt's page: printing, reprinting, the copy written by hand. */
export const receipt = {
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
	byHandTitle: 'Расписка от руки',
	byHandHint: 'Перепишите номер на бланк по группам',
	printTogether: 'Печатать сразу после приёма'
} as const;
