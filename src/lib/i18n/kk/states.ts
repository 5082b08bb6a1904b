/** States, custody and roles (words 112–138). */
export const states = {
	registered: 'Тіркелді',
	atSignature: 'Қол қоюда',
	ready: 'Беруге дайын',
	lookedFor: 'Іздестірілуде',
	knownByNumberOnly: 'Нөмірі ғана белгілі',
	draft: 'Жазылып жатыр',
	holder: 'Қазір кімде',
	holders: {
		window: 'терезеде',
		collection: 'жинақтау бөлімінде',
		transit: 'жолда',
		chancery: 'кеңседе',
		head: 'басшыда',
		executor: 'орындаушыда',
		archive: 'уәкілетті органның мұрағатында',
		applicant: 'өтініш берушіде',
		unknown: 'белгісіз',
		notYet: 'әлі дайындалған жоқ'
	},
	roles: {
		centerInspector: 'Орталықтың инспекторы',
		accumulationInspector: 'Жинақтау бөлімінің инспекторы',
		chancery: 'Кеңсе қызметкері',
		head: 'Басшы',
		actingHead: 'Басшының міндетін атқарушы',
		actingHeadShort: 'м.а.',
		executor: 'Жауапты орындаушы',
		courier: 'Курьер',
		admin: 'Әкімші',
		authorityAdmin: 'Облыс әкімшісі',
		overseer: 'Бақылаушы',
		auditor: 'Аудитор',
		centerHead: 'Орталықтың басшысы'
	},
	outcome: {
		notice: 'Хабарлама',
		refusal: 'Дәлелді бас тарту',
		referral: 'Жолдама',
		unknown: 'Нәтиженің түрі көрсетілмеген'
	},
	paper: {
		packet: 'Құжаттар пакеті',
		result: 'Нәтиже'
	},
	application: {
		numberOnly: 'Нөмірі ғана белгілі',
		open: 'Жүріп жатыр',
		withdrawn: 'Кері қайтарып алынды',
		annulled: 'Күші жойылды',
		handedOut: 'Берілді'
	},
	steps: {
		accepted: 'Қабылдау',
		collected: 'Жинау',
		dispatched: 'Жөнелту',
		arrived: 'Органға түсу',
		registered: 'Тіркеу',
		assigned: 'Бұрыштама',
		drafted: 'Қарау',
		signed: 'Қол қою',
		recorded: 'Кітапқа тіркеу',
		returned: 'Орталыққа жөнелту',
		resultsArrived: 'Орталыққа түсу',
		handedOut: 'Нәтиже беру'
	},
	reached: {
		accepted: 'Қабылданды',
		collected: 'Жиналды',
		dispatched: 'Жөнелтілді',
		arrived: 'Органға түсті',
		registered: 'Тіркелді',
		assigned: 'Орындаушыда',
		drafted: 'Қол қоюда',
		signed: 'Қол қойылды',
		recorded: 'Кітапқа тіркелді',
		returned: 'Орталыққа жөнелтілді',
		resultsArrived: 'Беруге дайын',
		handedOut: 'Берілді'
	}
} as const;
