import { type PersonalOf } from '#lib/domain/fact/fact.ts';

/** Three people, and what somebody at a window types or pastes to find each of them. */
export const PEOPLE: readonly PersonalOf<'accepted'>[] = [
	{
		surname: 'Оспанов',
		given: 'Қайрат',
		patronymic: 'Болат ұлы',
		iin: '900101300017',
		address: 'Шымкент',
		phone: '8 (701) 123-45-67, 45-12-34',
		documents: []
	},
	{
		surname: 'Ғ’абитова',
		given: 'Айгүл',
		patronymic: 'Маратқызы',
		identityDocument: { kind: 'паспорт', number: 'N 12345678' },
		address: 'Шымкент',
		phone: '+998 90 123 45 67',
		documents: []
	},
	{
		surname: '',
		given: 'Сухарто',
		identityDocument: { kind: 'паспорт', number: 'АВ № 998877' },
		address: 'Шымкент',
		documents: []
	}
];

/** What is typed → which of the people it finds. */
export const SEARCHES: readonly [typed: string, person: number][] = [
	['Болатұлы', 0],
	['болат ұлы', 0],
	['Марат қызы', 1],
	['Марат кызы', 1],
	['Қайрат Б.', 0],
	['Оспанов, Қайрат', 0],
	['Оспанов Қ. Б.', 0],
	['Оспанов Қ.Б.', 0],
	['Оспанов K.', 0],
	['«Оспанов»', 0],
	['Ќайрат', 0],
	['Оспа\u200bнов', 0],
	["Ғ'абитова", 1],
	['Ғ`абитова', 1],
	['Ғабитова', 1],
	['Габитова', 1],
	['Сухарто', 2],
	['8 701 123 45 67', 0],
	['+7 (701) 123-45-67', 0],
	['87011234567', 0],
	['7011234567', 0],
	['тел. 8 701 123 4567', 0],
	['+7 701 123–45–67', 0],
	['45-12-34', 0],
	['+998901234567', 1],
	['N12345678', 1],
	['n 12345678', 1],
	['Н12345678', 1],
	['№ 12345678', 1],
	['паспорт N12345678', 1],
	['AB998877', 2],
	['ав 998877', 2],
	['АВ № 998877', 2],
	['998877', 2],
	['ЖСН 900101300017', 0],
	['ИИН: 900101 300017', 0]
];
