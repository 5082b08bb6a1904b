/** Deadlines and the day (words 212–224). */
export const deadlines = {
	passed: 'Мерзімі өткен',
	today: 'Бүгін',
	dueToday: 'Мерзімі: бүгін, {{time}}',
	dueAt: 'Мерзімі: {{date}}, {{time}}',
	noDue: 'Мерзімі белгіленбеген',
	left: 'Қалды: {{duration}}',
	late: 'Кешігу: {{duration}}',
	workingDays: '{{n}} жұмыс күні',
	calendarDays: '{{n}} күнтізбелік күн',
	withinDay: 'Жұмыс күні ішінде',
	nextCollection: 'Келесі жинау: {{time}}',
	nextDispatch: 'Келесі жөнелту: {{time}}'
} as const;
