/** The receipt's page: printing, reprinting, the copy written by hand. */
export const receipt = {
	title: 'Қолхат',
	locked: 'Қолхат жазба сақталған соң ашылады',
	copyNumber: 'Дана: {{n}}',
	reprintTitle: 'Қайта басып шығару',
	reprintReason: 'Қайта басу себебі',
	reprintReasons: {
		first: 'бірінші рет',
		printerFailed: 'принтер ақауы',
		lost: 'өтініш беруші жоғалтқан',
		amended: 'деректер өзгертілді',
		other: 'өзге себеп'
	},
	spoiled: 'Бүлінген деп белгілеу',
	spoiledNote: 'Бүлінген дананы алып қойыңыз. Бүлінген дана: {{n}}',
	byHandTitle: 'Қолмен жазылатын қолхат',
	byHandHint: 'Нөмірді бланкіге топтап көшіріп жазыңыз',
	byHandDone: 'Қолмен жазылды',
	printLabel: 'Жапсырманы басып шығару',
	printTogether: 'Қабылданған бойда басып шығару',
	accessible: 'Қағаздың экрандағы түрі'
} as const;
