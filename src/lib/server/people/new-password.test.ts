import { describe, expect, it } from 'vitest';
import { passwordRefusalOf } from './new-password.ts';

const owner = ['101', 'Сейітова', 'Айгүл', 'Бекенқызы', 'Шымкент қаласының № 3 қалалық бөлімі', 'tereze'];
const refusals = async (passwords: string[]) =>
	Promise.all(passwords.map(async (password) => [password, await passwordRefusalOf(password, owner)]));
const all = (passwords: string[], refusal: string | null) => passwords.map((password) => [password, refusal]);

describe('a new password', () => {
	it('N123 of fewer than twelve characters or more than 128 is refused, as a person counts them', async () => {
		const composed = 'қй8ё-тң4Өwй';
		const short = ['', 'x8#kfP2mQz1', composed, composed.normalize('NFD')];
		expect(await refusals(short)).toEqual(all(short, 'tooShort'));
		expect(await passwordRefusalOf('x8#kfP2mQz1!', owner)).toBeNull();
		expect(await passwordRefusalOf('x8#kfP2mQz1!'.repeat(11), owner)).toBe('tooLong');
	});

	it('N123 that is guessed first is refused: leaked ones, walks along the keys, repeats, dates, in Latin, Kazakh and Russian', async () => {
		const weak = [
			'password2026',
			'qwertyuiop12',
			'аааааааааааа',
			'27.11.2026..',
			'құпиясөз2026',
			'парольпароль',
			'Қазақстан123'
		];
		expect(await refusals(weak)).toEqual(all(weak, 'guessable'));
	});

	it('N123 is read on both layouts: a word typed on the other one is the same word', async () => {
		const weak = ['gfhjkm202612', 'йцукенгшщзхъ', 'фывапролджэ1', 'зфыыцщкв1234'];
		expect(await refusals(weak)).toEqual(all(weak, 'guessable'));
	});

	it('N123 made of the own number, name or org is refused with that reason, in Latin letters too', async () => {
		const personal = ['Сейітова-101', 'Seiitova101!', 'бекенқызы101', 'қалалық-бөлім'];
		expect(await refusals(personal)).toEqual(all(personal, 'personal'));
		expect(await passwordRefusalOf('Сейітова-101', ['102', 'Юсупов'])).toBeNull();
	});

	it('N123 of a few words that have nothing to do with each other is taken, and so is what a manager makes', async () => {
		const good = ['тынық мұхит үш кеме', 'зелёный чайник на балконе', 'copper otter violin', 'x8#kfP2mQz1!'];
		expect(await refusals(good)).toEqual(all(good, null));
	});
});
