/** States, custody and roles (words 112–138). */
export const states = {
	registered: 'Зарегистрировано',
	atSignature: 'На подписи',
	ready: 'Готово к выдаче',
	lookedFor: 'В розыске',
	knownByNumberOnly: 'Известен только номер',
	draft: 'Заполняется',
	holder: 'У кого сейчас',
	holders: {
		window: 'в окне',
		collection: 'в накопительном отделе',
		transit: 'в пути',
		chancery: 'в канцелярии',
		head: 'у руководителя',
		executor: 'у исполнителя',
		archive: 'в архиве уполномоченного органа',
		applicant: 'у заявителя',
		unknown: 'неизвестно',
		notYet: 'ещё не подготовлен'
	},
	roles: {
		centerInspector: 'Инспектор Центра',
		accumulationInspector: 'Инспектор накопительного отдела',
		chancery: 'Сотрудник канцелярии',
		head: 'Руководитель',
		actingHead: 'Исполняющий обязанности руководителя',
		actingHeadShort: 'и.о.',
		executor: 'Ответственный исполнитель',
		courier: 'Курьер',
		admin: 'Администратор',
		authorityAdmin: 'Администратор области',
		overseer: 'Наблюдатель',
		auditor: 'Аудитор',
		centerHead: 'Руководитель Центра'
	},
	outcome: {
		notice: 'Уведомление',
		refusal: 'Мотивированный отказ',
		referral: 'Направление',
		unknown: 'Вид результата не указан'
	},
	paper: {
		packet: 'Пакет документов',
		result: 'Результат'
	},
	application: {
		numberOnly: 'Известен только номер',
		open: 'В работе',
		withdrawn: 'Отозвано',
		annulled: 'Аннулировано',
		handedOut: 'Выдано'
	},
	steps: {
		accepted: 'Приём',
		collected: 'Сбор',
		dispatched: 'Отправка',
		arrived: 'Поступление в орган',
		registered: 'Регистрация',
		assigned: 'Резолюция',
		drafted: 'Рассмотрение',
		signed: 'Подписание',
		recorded: 'Запись в книгу',
		returned: 'Отправка в Центр',
		resultsArrived: 'Поступление в Центр',
		handedOut: 'Выдача'
	},
	reached: {
		accepted: 'Принято',
		collected: 'Собрано',
		dispatched: 'Отправлено',
		arrived: 'Поступило в орган',
		registered: 'Зарегистрировано',
		assigned: 'У исполнителя',
		drafted: 'На подписи',
		signed: 'Подписано',
		recorded: 'Внесено в книгу',
		returned: 'Отправлено в Центр',
		resultsArrived: 'Готово к выдаче',
		handedOut: 'Выдано'
	}
} as const;
