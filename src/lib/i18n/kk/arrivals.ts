/** Results that come back to the Center. */
export const arrivals = {
	title: 'Түскендер',
	scanRegister: 'Тізілім кодын сканерлеңіз',
	noRegister: 'Тізілім жоқ немесе коды жыртылған',
	withoutRegister: 'Тізілімсіз қабылдау',
	scanResults: 'Әр нәтиженің өз кодын сканерлеңіз',
	checklist: 'Тексеру тізімі',
	summary: 'Түсті: {{a}} · Түспеді: {{b}} · Артық: {{c}} · Бүлінген: {{d}} · Сканерленбеген: {{e}}',
	markReceived: 'Түсті деп белгілеу',
	markMissing: 'Түспеді деп белгілеу',
	markDamaged: 'Бүлінген деп белгілеу',
	rowReason: 'Жолдың себебі',
	leftOver: 'Сканерленбеген жол: {{n}}. Әрқайсысына күй таңдаңыз.',
	outcomeOf: 'Нәтиженің түрі',
	chooseOutcome: 'Нәтиже түрін таңдаңыз',
	confirm: 'Түскенін растау',
	done: 'Нәтижелер қабылданды. Түсті: {{n}}',
	none: 'Күтілетін тізілім жоқ. Келген қағаздың кодын сканерлеңіз.',
	onTheWay: 'Жолдағы тізілімдер',
	placeOnShelf: 'Нәтиже сөресіне қойыңыз',
	carried: 'Ертеңге қалдырылды'
} as const;
