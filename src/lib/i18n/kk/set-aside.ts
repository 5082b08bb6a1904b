/** The tray of what does not fit: torn labels, packets without a record, records without a packet. */
export const setAside = {
	title: 'Бөлек сөре',
	why: {
		unreadable: 'Коды оқылмайтын пакеттер',
		noRecord: 'Жазбасы жоқ пакеттер',
		noPaper: 'Пакеті жоқ жазбалар',
		other: 'Өзге'
	},
	empty: 'Бөлек қойылған қағаз жоқ',
	owner: 'Жауапты',
	age: 'Жатқан уақыты',
	add: 'Бөлек сөреге қою',
	settle: 'Шешілді деп белгілеу',
	way: {
		found: 'табылды',
		explained: 'түсіндірілді',
		matched: 'жазбасымен біріктірілді',
		returned: 'өтініш берушіге берілді',
		stays: 'сөреде қалады, себебі белгілі'
	},
	explained: 'Түсіндірме: {{text}}',
	notExplained: 'Түсіндірілмеген',
	explainDone: 'Түсіндірме жазылды',
	describe: 'Қағаздың сипаты',
	describeHint: 'Конверттің түсі, жазуы, қайда табылғаны',
	typeNumber: 'Нөмірі оқылса, теріңіз',
	waiting: 'Күтіп тұр: {{n}}',
	settledTitle: 'Шешілгендер: {{n}}',
	whyTitle: 'Себебі',
	addDone: 'Бөлек сөреге қойылды. Жауапты: {{person}}',
	settleDone: 'Шешілді деп белгіленді',
	settleWay: 'Қалай шешілді',
	settleText: 'Түсіндірме',
	relabelTitle: 'Нөмірді теріп, жапсырма басу',
	relabelByNumber: 'Жаңа жапсырма басылды, жазылды. Өтініштің деректері басқа құрылғыдан келеді.',
	relabelHint: 'Код оқылмаса, жапсырмадағы 16 цифрды теріңіз',
	describeMissing: 'Нөмірі де, сипаты да жазылмаған. Біреуін жазыңыз.',
	numberWrong: 'Нөмір дұрыс терілмеген. Әр топты қағазбен салыстырыңыз.',
	emptyText: 'Коды оқылмайтын немесе жазбасы жоқ қағазды осында белгілеңіз.'
} as const;
