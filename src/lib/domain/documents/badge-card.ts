import { type BadgeDigits } from '../number/badge.ts';
import { type Bilingual, type CardBlock, type PaperModel } from './paper-model.ts';

export type BadgeCardInput = {
	readonly digits: BadgeDigits;
	/** Surname, given name, patronymic. */
	readonly fullName: string;
	readonly staffNumber: string;
	/** The short name of the office. */
	readonly office: Bilingual;
};

/**
 * Cards of people, 85.6 × 54 mm each, to be cut out of a sheet: every office has a printer of sheets. Their QR is a secret and stands
 * nowhere else; a card has no number of its own that could be read out or copied by hand.
 */
export function badgeCards(cards: readonly BadgeCardInput[]): PaperModel {
	return {
		kind: 'badge-card',
		format: 'A4',
		title: { kk: 'Қызметкердің төсбелгісі', ru: 'Бейдж сотрудника' },
		number: null,
		codes: {},
		pageCount: false,
		training: false,
		blocks: [
			...cards.map(({ digits, fullName, staffNumber, office }): CardBlock => {
				const number = { kk: `Нөмірі ${staffNumber}`, ru: `Номер ${staffNumber}` };
				return { type: 'card', office, name: fullName, number, qr: digits };
			}),
			{
				type: 'note',
				arrangement: 'lines',
				text: {
					kk: 'Сызық бойымен қиып алып, иесінің өз қолына беріңіз. Төсбелгі PIN кодымен бірге ғана ашады.',
					ru: 'Вырежьте по линии и передайте владельцу лично. Бейдж открывает только вместе с PIN.'
				}
			},
			{
				type: 'note',
				arrangement: 'lines',
				text: {
					kk: 'Жоғалса, әкімшіге бірден хабарлаңыз: ол төсбелгінің күшін жояды. Бұрынғы төсбелгі енді жарамсыз.',
					ru: 'При утере сразу сообщите администратору: он отменит бейдж. Прежний бейдж больше не действует.'
				}
			}
		]
	};
}
