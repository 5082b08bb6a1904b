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
	settled: 'Шешілді: {{text}}',
	way: {
		found: 'табылды',
		explained: 'түсіндірілді',
		matched: 'жазбасымен біріктірілді',
		returned: 'өтініш берушіге берілді'
	},
	describe: 'Қағаздың сипаты',
	describeHint: 'Конверттің түсі, жазуы, қайда табылғаны',
	typeNumber: 'Нөмірі оқылса, теріңіз'
} as const;
