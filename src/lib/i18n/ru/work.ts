/** My work: the most urgent first. */
export const work = {
	title: 'Моя работа',
	nothing: 'Срочной работы сейчас нет',
	nothingHint: 'Можно принять заявление или отсканировать номер.',
	nothingHintScan: 'Можно отсканировать номер и открыть заявление.',
	service: 'Услуга',
	allServices: 'Все услуги',
	since: 'Предыдущий шаг: {{person}} · срок начался: {{time}}',
	slotState: {
		done: 'выполнено',
		now: 'сейчас',
		next: 'следующее',
		later: 'позже',
		missed: 'не выполнено'
	},
	urgent: 'Самое срочное',
	list: 'Список работ',
	count: 'Количество: {{n}}',
	slotAt: 'Время: {{time}}',
	urgency: {
		late: 'срок истёк',
		now: 'сейчас',
		near: 'скоро',
		open: 'нужно сделать',
		waiting: 'ожидает'
	},
	task: {
		explainCollect: 'Указать причину пропуска сбора',
		explainDispatch: 'Указать причину пропуска отправки',
		shelf: 'Полка окна: ожидает сбора',
		draft: 'Продолжить отложенное заявление',
		collect: 'Собрать пакеты',
		addToRegister: 'Внести в реестр',
		dispatch: 'Отправить реестр',
		receive: 'Принять результаты',
		receivePackets: 'Принять поступивший реестр',
		handOut: 'Выдать результат',
		register: 'Зарегистрировать пакет',
		assign: 'Назначить исполнителя',
		examine: 'Рассмотреть заявление',
		sign: 'Подписать',
		record: 'Внести в книгу',
		sendBack: 'Отправить результат в Центр',
		settle: 'Устранить расхождение'
	}
} as const;
