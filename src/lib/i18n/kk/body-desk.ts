/** The plain page of the authorized body's clerk. */
export const bodyDesk = {
	title: 'Кеңсе',
	scanRegisterIn: 'Түскен тізілімді сканерлеңіз',
	withoutRegister: 'Түскен әр пакетті сканерлеңіз.',
	scanPackets: 'Әр пакеттің кодын сканерлеңіз',
	packetsIn: 'Пакеттер қабылданды. Түсті: {{n}}',
	registerReceived: 'Түскендердің бәрін тіркеу',
	registeredAll: 'Тіркелді: {{n}}. Пакеттерді басшыға тапсырыңыз.',
	notRegistered: 'Тіркелмеді: {{n}}. «Тіркеу» бөлімінен қараңыз.',
	registerPackets: 'Пакеттерді тіркеу',
	notRegisteredHere: 'Тіркелмеді: {{n}}',
	registeredCount: 'Тіркелді: {{a}}, барлығы: {{b}}',
	toRegister: 'Тіркелмеген пакеттер',
	readyFor: 'Жөнелтуге дайын: {{n}}',
	addAllReady: 'Барлығын тізілімге қосу',
	sentRegisters: 'Орталыққа жөнелтілген тізілімдер',
	inRegister: 'Тізілімде: {{n}}',
	executor: 'Жауапты орындаушы',
	outcomeSaved: 'Нәтиже белгіленді. Барлығы: {{n}}',
	returnRegister: 'Нәтижелер тізілімі',
	returnAction: 'Орталыққа жөнелту',
	returned: 'Тізілім Орталыққа жөнелтілді. Нөмірі: {{number}}',
	noneToRegister: 'Тіркелмеген пакет жоқ',
	tabs: {
		arrivals: 'Түскен тізілім',
		register: 'Тіркеу',
		results: 'Нәтижелер',
		returns: 'Орталыққа жөнелту'
	},
	emptyOut: 'Жөнелтілетін нәтиже жоқ'
} as const;
