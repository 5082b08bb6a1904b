/** The plain page of the authorized body's clerk. */
export const bodyDesk = {
	title: 'Кеңсе',
	scanRegisterIn: 'Келген тізілімді сканерлеңіз',
	scanPackets: 'Әр пакеттің кодын сканерлеңіз',
	packetsIn: 'Пакеттер қабылданды. Түсті: {{n}}',
	nowRegister: 'Енді пакеттерді тіркеңіз',
	registerIn: 'Тізілімді қабылдау',
	registerPackets: 'Пакеттерді тіркеу',
	registeredCount: 'Тіркелді: {{a}}, барлығы: {{b}}',
	toRegister: 'Тіркелмеген пакеттер',
	toDecide: 'Нәтижесі күтілетіндер',
	toReturn: 'Орталыққа жөнелтілмеген нәтижелер',
	noteOutcome: 'Нәтиженің түрін белгілеу',
	ledgerNumber: 'Кітаптағы нөмірі',
	ledgerDate: 'Кітапқа тіркелген күні',
	executor: 'Жауапты орындаушы',
	outcomeSaved: 'Нәтиже белгіленді. Барлығы: {{n}}',
	printResultLabel: 'Нәтиже жапсырмасын басып шығару',
	returnRegister: 'Нәтижелер тізілімі',
	returnAction: 'Орталыққа жөнелту',
	returned: 'Тізілім Орталыққа жөнелтілді. Нөмірі: {{number}}',
	noneToRegister: 'Тіркелмеген пакет жоқ',
	noneToDecide: 'Нәтижесі күтілетін пакет жоқ',
	tabs: {
		arrivals: 'Келген тізілім',
		register: 'Тіркеу',
		results: 'Нәтижелер',
		returns: 'Орталыққа жөнелту'
	},
	emptyIn: 'Келген тізілім жоқ. Тізілім кодын сканерлеңіз.',
	emptyOut: 'Жөнелтілетін нәтиже жоқ',
	wrongBody: 'Басқа органның пакеті. Бөлек қойыңыз.'
} as const;
