/** Accepting at the counter of the authorized body, where the words differ from a window's: a talon instead of a receipt. */
export const counter = {
	othersService: 'Эту услугу принимает другой сотрудник',
	othersTitle: 'Заявление принимает другой сотрудник',
	acceptedBy: 'Принимает: {{role}}',
	checkHint: 'Прочитайте заявителю. После приёма печатается талон.',
	doneWhatNow: 'Отдайте талон заявителю. Наклейте наклейку на пакет и передайте пакет руководителю.',
	donePrinting: 'Печатаются талон и наклейка…',
	donePrinted: 'Талон и наклейка отправлены на печать',
	alreadyAccepted: 'Это заявление уже принято, номер сохранён. Напечатайте талон.',
	print: 'Напечатать талон',
	reprintLast: 'Последний талон',
	reprintNone: 'На этом устройстве талон не печатался. Откройте заявление из журнала.',
	printed: 'Талон отправлен на печать. Экземпляр: {{n}}',
	didItPrint: 'Талон напечатался?',
	byHandTitle: 'Талон от руки',
	clockText:
		'Время на устройстве: {{time}}. Последняя запись устройства более чем на сутки позже. Исправьте часы. Разрешить приём может руководитель органа.'
} as const;
