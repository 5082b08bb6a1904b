/** The plain page of the authorized body's clerk. */
export const bodyDesk = {
	title: 'Канцелярия',
	scanRegisterIn: 'Отсканируйте поступивший реестр',
	scanPackets: 'Отсканируйте код каждого пакета',
	packetsIn: 'Пакеты приняты. Поступило: {{n}}',
	nowRegister: 'Теперь зарегистрируйте пакеты',
	registerIn: 'Принять реестр',
	registerPackets: 'Зарегистрировать пакеты',
	registeredCount: 'Зарегистрировано: {{a}} из {{b}}',
	toRegister: 'Незарегистрированные пакеты',
	toDecide: 'Ожидают результата',
	toReturn: 'Результаты, не отправленные в Центр',
	noteOutcome: 'Отметить вид результата',
	ledgerNumber: 'Номер по книге',
	ledgerDate: 'Дата записи в книге',
	executor: 'Ответственный исполнитель',
	outcomeSaved: 'Результат отмечен. Всего: {{n}}',
	printResultLabel: 'Напечатать наклейку результата',
	returnRegister: 'Реестр результатов',
	returnAction: 'Отправить в Центр',
	returned: 'Реестр отправлен в Центр. Номер: {{number}}',
	noneToRegister: 'Незарегистрированных пакетов нет',
	noneToDecide: 'Пакетов, ожидающих результата, нет',
	tabs: {
		arrivals: 'Поступивший реестр',
		register: 'Регистрация',
		results: 'Результаты',
		returns: 'Отправка в Центр'
	},
	emptyIn: 'Поступивших реестров нет. Отсканируйте код реестра.',
	emptyOut: 'Результатов к отправке нет',
	wrongBody: 'Пакет другого органа. Отложите.'
} as const;
