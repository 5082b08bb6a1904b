/** The Center's journal of registration. */
export const journal = {
	title: 'Тіркеу журналы',
	count: 'Жазба: {{n}}',
	empty: 'Бұл күні жазба жоқ. Басқа күнді таңдаңыз.',
	emptyEver: 'Журнал бос. Алғашқы өтінішті қабылдаңыз.',
	day: 'Күні',
	previousDay: 'Алдыңғы күн',
	nextDay: 'Келесі күн',
	filter: 'Сүзгі',
	filterStep: 'Кезеңі',
	filterService: 'Қызмет',
	filterWindow: 'Терезе',
	onlyLate: 'Мерзімі өткендер ғана',
	printJournal: 'Журналды басып шығару',
	columns: {
		number: 'Өтініш нөмірі',
		accepted: 'Қабылданған уақыты',
		applicant: 'Өтініш беруші',
		service: 'Қызмет',
		inspector: 'Инспектор',
		state: 'Күйі',
		due: 'Мерзімі',
		collector: 'Жинаушының қолы'
	}
} as const;
