import { type BadgeDigits } from '../number/badge.ts';
import { type Bilingual, type PaperModel } from './paper-model.ts';

type BadgeCardInput = {
	readonly digits: BadgeDigits;
	/** Surname, given name, patronymic. */
	readonly fullName: string;
	readonly staffNumber: string;
	/** The short name of the office. */
	readonly office: Bilingual;
};

/**
 * A person's card, 85.6 × 54 mm, to be cut out of a sheet: every office has a printer of sheets. Its QR is a secret and stands nowhere
 * else; the card has no number of its own that could be read out or copied by hand.
 */
export function badgeCard({ digits, fullName, staffNumber, office }: BadgeCardInput): PaperModel {
	return {
		kind: 'badge-card',
		format: 'A4',
		title: { kk: 'Қызметкердің төсбелгісі', ru: 'Бейдж сотрудника' },
		number: null,
		codes: { qr: digits },
		pageCount: false,
		training: false,
		blocks: [
			{ type: 'card', office, name: fullName, number: { kk: `Нөмірі ${staffNumber}`, ru: `Номер ${staffNumber}` } },
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
