/** My work: the most urgent first. */
export const work = {
	title: 'Жұмысым',
	nothing: 'Қазір шұғыл жұмыс жоқ',
	nothingHint: 'Өтініш қабылдауға немесе нөмір сканерлеуге болады.',
	nothingHintScan: 'Нөмірді сканерлеп, өтінішті ашуға болады.',
	service: 'Қызмет',
	allServices: 'Барлық қызмет',
	since: 'Алдыңғы қадам: {{person}} · мерзім басталған уақыт: {{time}}',
	slotState: {
		done: 'орындалды',
		now: 'қазір',
		next: 'келесі',
		later: 'кейін',
		missed: 'орындалмады'
	},
	urgent: 'Ең шұғылы',
	list: 'Жұмыс тізімі',
	count: 'Саны: {{n}}',
	slotAt: 'Уақыты: {{time}}',
	urgency: {
		late: 'мерзімі өткен',
		now: 'қазір',
		near: 'жақын',
		open: 'орындау керек',
		waiting: 'күтіп тұр'
	},
	task: {
		explainCollect: 'Жинау өтпеген себебін көрсету',
		explainDispatch: 'Жөнелту болмаған себебін көрсету',
		shelf: 'Терезе сөресі: жинауды күтіп тұр',
		draft: 'Кейінге қалдырылған өтінішті жалғастыру',
		collect: 'Пакеттерді жинау',
		addToRegister: 'Тізілімге қосу',
		dispatch: 'Тізілімді жөнелту',
		receive: 'Нәтижелерді қабылдау',
		receivePackets: 'Түскен тізілімді қабылдау',
		handOut: 'Нәтижені беру',
		register: 'Пакетті тіркеу',
		assign: 'Орындаушыны белгілеу',
		examine: 'Өтінішті қарау',
		sign: 'Қол қою',
		record: 'Кітапқа тіркеу',
		sendBack: 'Нәтижені Орталыққа жөнелту',
		settle: 'Сәйкессіздікті шешу'
	}
} as const;
