/** The plain page of the authorized body's clerk. */
export const bodyDesk = {
	title: 'Канцелярия',
	scanRegisterIn: 'Отсканируйте поступивший реестр',
	withoutRegister: 'Отсканируйте каждый поступивший пакет.',
	scanPackets: 'Отсканируйте код каждого пакета',
	packetsIn: 'Пакеты приняты. Поступило: {{n}}',
	registerReceived: 'Зарегистрировать все поступившие',
	registeredAll: 'Зарегистрировано: {{n}}. Передайте пакеты руководителю.',
	notRegistered: 'Не зарегистрировано: {{n}}. Посмотрите в разделе «Регистрация».',
	registerPackets: 'Зарегистрировать пакеты',
	notRegisteredHere: 'Не зарегистрировано: {{n}}',
	registeredCount: 'Зарегистрировано: {{a}} из {{b}}',
	toRegister: 'Незарегистрированные пакеты',
	readyFor: 'Готово к отправке: {{n}}',
	addAllReady: 'Внести все в реестр',
	sentRegisters: 'Реестры, отправленные в Центр',
	inRegister: 'В реестре: {{n}}',
	executor: 'Ответственный исполнитель',
	outcomeSaved: 'Результат отмечен. Всего: {{n}}',
	returnRegister: 'Реестр результатов',
	returnAction: 'Отправить в Центр',
	returned: 'Реестр отправлен в Центр. Номер: {{number}}',
	noneToRegister: 'Незарегистрированных пакетов нет',
	tabs: {
		arrivals: 'Поступивший реестр',
		register: 'Регистрация',
		results: 'Результаты',
		returns: 'Отправка в Центр'
	},
	emptyOut: 'Результатов к отправке нет'
} as const;
