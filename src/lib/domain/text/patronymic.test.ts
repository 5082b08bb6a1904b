import { describe, expect, test } from 'vitest';
import { sexOfPatronymic } from './patronymic.ts';

describe('the sex that a patronymic is of', () => {
	test.each(['Қайратұлы', 'Қайрат ұлы', 'Маратулы', 'МАРАТҰЛЫ', 'Павлович', 'Андреевич', 'Ильич', 'Лукич', 'Али-оглы'])(
		'D82 «%s» is a man’s',
		(patronymic) => expect(sexOfPatronymic(patronymic)).toBe('male')
	);

	test.each(['Бекенқызы', 'Бекен қызы', 'Маратовна', 'Сергеевна', 'Ильинична', 'Лукинична', 'Сәкенкызы', 'Рашид гызы'])(
		'D82 «%s» is a woman’s',
		(patronymic) => expect(sexOfPatronymic(patronymic)).toBe('female')
	);

	test.each(['', '  ', 'Омар', 'Қызы', 'ұлы', 'Lee', 'Хосе'])('D82 «%s» does not say', (patronymic) =>
		expect(sexOfPatronymic(patronymic)).toBeNull()
	);
});
