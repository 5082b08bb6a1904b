import type { Role } from '#lib/domain/fact/ids.ts';

/**
 * Everybody of the demonstration: made-up people of a real Center, a real body and the authority above them. Nothing here is imported at run time,
 * because the start script prints these sign-ins without building anything.
 */
type DemoPerson = {
	number: string;
	password: string;
	pin: string;
	name: { surname: string; given: string; patronymic?: string };
	roles: [Role, ...Role[]];
	org: 'center-04' | 'body-15' | 'authority-01';
	window?: string;
};

export const DEMO_PEOPLE: readonly DemoPerson[] = [
	{
		number: '101',
		password: 'tereze-101',
		pin: '101729',
		name: { surname: 'Сейітова', given: 'Айгүл', patronymic: 'Бекенқызы' },
		roles: ['centerInspector'],
		org: 'center-04',
		window: '1'
	},
	{
		number: '102',
		password: 'tereze-102',
		pin: '102729',
		name: { surname: 'Юсупов', given: 'Рустам', patronymic: 'Әнуарұлы' },
		roles: ['centerInspector'],
		org: 'center-04',
		window: '2'
	},
	{
		number: '103',
		password: 'tereze-103',
		pin: '103729',
		name: { surname: 'Әлиева', given: 'Гүлнар', patronymic: 'Нұрланқызы' },
		roles: ['accumulationInspector'],
		org: 'center-04'
	},
	{
		number: '104',
		password: 'tereze-104',
		pin: '104729',
		name: { surname: 'Ковалёв', given: 'Сергей', patronymic: 'Павлович' },
		roles: ['accumulationInspector'],
		org: 'center-04'
	},
	{
		number: '105',
		password: 'tereze-105',
		pin: '105729',
		name: { surname: 'Жүнісов', given: 'Қайрат', patronymic: 'Өмірұлы' },
		roles: ['centerHead'],
		org: 'center-04'
	},
	{
		number: '106',
		password: 'tereze-106',
		pin: '106729',
		name: { surname: 'Мұхамедиева', given: 'Шаһизада' },
		roles: ['admin'],
		org: 'center-04'
	},
	{
		number: '201',
		password: 'tereze-201',
		pin: '201729',
		name: { surname: 'Оңғарова', given: 'Дина', patronymic: 'Сәкенқызы' },
		roles: ['chancery'],
		org: 'body-15'
	},
	{
		number: '202',
		password: 'tereze-202',
		pin: '202729',
		name: { surname: 'Тілеубаев', given: 'Ерлан', patronymic: 'Ғалымұлы' },
		roles: ['head'],
		org: 'body-15'
	},
	{
		number: '203',
		password: 'tereze-203',
		pin: '203729',
		name: { surname: 'Петренко', given: 'Ольга', patronymic: 'Викторовна' },
		roles: ['executor'],
		org: 'body-15'
	},
	{
		number: '204',
		password: 'tereze-204',
		pin: '204729',
		name: { surname: 'Байжігіт', given: 'Нұрболат', patronymic: 'Іліясұлы' },
		roles: ['executor'],
		org: 'body-15'
	},
	{
		number: '301',
		password: 'tereze-301',
		pin: '301729',
		name: { surname: 'Досанова', given: 'Мәлика', patronymic: 'Төлегенқызы' },
		roles: ['authorityAdmin'],
		org: 'authority-01'
	}
];
