import type { AcceptForm } from '#lib/domain/application/commands/accept.ts';
import { parseIin } from '#lib/domain/number/iin.ts';
import type { Regulation } from '#lib/domain/regulation/regulation.ts';
import type { DemoApplication } from './demo-applications.ts';

const STREETS = ['Сайрам', 'Тәуке хан', 'Байтұрсынов', 'Қонаев', 'Республика', 'Жібек жолы'];
const VISIT_MS = 12 * 60_000;

/** A number with good check digits that was given to nobody: its serial begins with zeros. */
function iinOf({ born, male }: DemoApplication, place: number): string {
	const date = born.replaceAll('-', '').slice(2);
	for (let serial = place; ; serial += 100)
		for (let check = 0; check < 10; check += 1) {
			const iin = `${date}${male ? 3 : 4}${String(serial % 10_000).padStart(4, '0')}${check}`;
			if (parseIin(iin).ok) return iin;
		}
}

/** What an inspector typed in. @param place which of the demonstration's applications it is, from 0 */
export function demoForm(one: DemoApplication, place: number, law: Regulation, at: number): AcceptForm {
	return {
		startedAt: at - VISIT_MS,
		iin: iinOf(one, place),
		iinSeen: false,
		noIin: '',
		noIinText: '',
		identityKind: '',
		identityNumber: '',
		surname: one.surname,
		given: one.given,
		patronymic: one.patronymic,
		birthDate: '',
		address: `Шымкент қаласы, ${STREETS[place % STREETS.length]} көшесі, ${3 + place * 7} үй`,
		phone: `8 700 000 ${String(10 + place)} ${String(10 + place * 2)}`,
		noPhone: false,
		language: place % 4 === 3 ? 'ru' : 'kk',
		represented: '',
		representative: { surname: '', given: '', patronymic: '', iin: '', basis: '' },
		regulation: law.id,
		documents: law.requiredDocuments.map(({ kk, defaultForm }, nr) => ({
			name: kk,
			form: defaultForm,
			sheets: String(1 + (nr % 3))
		})),
		priority: false,
		homeVisit: false
	};
}
