/** Columns and labels of papers (words 241–260) and names of the papers. */
export const papers = {
	sheetCount: 'Парақ саны',
	names: {
		receipt: 'Қолхат',
		packetLabel: 'Пакет жапсырмасы',
		resultLabel: 'Нәтиже жапсырмасы',
		collectionSheet: 'Жинау парағы',
		register: 'Жөнелту тізілімі',
		resultRegister: 'Нәтижелер тізілімі',
		acknowledgement: 'Нәтиженің алынғаны туралы қолхат',
		missingSlip: 'Жетіспейтін құжаттар тізбесі',
		movementSheet: 'Пакеттің қозғалыс парағы',
		talon: 'Талон',
		resultLetter: 'Шешім қағазы',
		journal: 'Тіркеу журналы'
	},
	read: 'Экраннан оқу',
	readTitle: 'Қағаздарды экраннан оқу',
	notHere: 'Бұл құрылғыда қағаздың деректері жоқ. Өтінішті қабылдаған құрылғыдан ашыңыз.',
	preparing: 'Қағаз дайындалуда…',
	sentToPrinter: 'Басып шығаруға берілді. Дана: {{n}}',
	barcodeAlt: 'Штрихкод, нөмірі: {{number}}',
	aloud: {
		table: 'Кесте',
		toFill: 'қолмен толтырылады',
		toTick: 'қолмен белгіленетін ұяшық',
		ticked: 'белгіленген',
		notTicked: 'белгіленбеген'
	}
} as const;
