/** The receipt's page: printing, reprinting, the copy written by hand. */
export const receipt = {
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
	byHandTitle: 'Қолмен жазылатын қолхат',
	byHandHint: 'Нөмірді бланкіге топтап көшіріп жазыңыз',
	printTogether: 'Қабылданған бойда басып шығару'
} as const;
