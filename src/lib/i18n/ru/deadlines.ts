/** Deadlines and the day (words 212–224). */
export const deadlines = {
	passed: 'Срок истёк',
	today: 'Сегодня',
	dueToday: 'Срок: сегодня, {{time}}',
	dueAt: 'Срок: {{date}}, {{time}}',
	noDue: 'Срок не установлен',
	left: 'Осталось: {{duration}}',
	late: 'Просрочка: {{duration}}',
	workingDays: '{{n}} раб. дн.',
	calendarDays: '{{n}} календ. дн.',
	withinDay: 'В течение рабочего дня',
	nextCollection: 'Следующий сбор: {{time}}',
	nextDispatch: 'Следующая отправка: {{time}}'
} as const;
