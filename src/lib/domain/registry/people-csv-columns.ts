/** Columns of a list of people. */
export type PeopleColumn = 'number' | 'surname' | 'given' | 'patronymic' | 'roles' | 'window';

/** A list without one of these tells too little of anybody. */
export const NEEDED_COLUMNS = ['number', 'surname', 'given', 'roles'] as const satisfies readonly PeopleColumn[];

/** Names of columns in Kazakh, Russian and English, as staff lists have them. */
const NAMES: Readonly<Record<PeopleColumn, readonly string[]>> = {
	number: [
		...['нөмірі', 'нөмір', 'қызметкер нөмірі', 'табель нөмірі', 'табельдік нөмірі'],
		...['номер', 'номер сотрудника', 'табельный номер', 'number', 'staff number', 'personnel number']
	],
	surname: ['тегі', 'фамилия', 'surname', 'last name', 'family name'],
	given: ['аты', 'есімі', 'имя', 'given', 'given name', 'first name'],
	patronymic: ['әкесінің аты', 'отчество', 'patronymic', 'middle name'],
	roles: ['рөлдері', 'рөлі', 'рөл', 'роли', 'роль', 'roles', 'role'],
	window: ['терезесі', 'терезе', 'әдеттегі терезесі', 'окно', 'обычное окно', 'window', 'usual window']
};

/** A word as it is compared: composed, small letters, single blanks. */
export const headerWord = (text: string): string =>
	text.normalize('NFC').trim().toLowerCase().replaceAll('ё', 'е').replace(/\s+/g, ' ');

/** The column that a cell of the header names; null for any other. */
export function columnNamed(cell: string): PeopleColumn | null {
	const word = headerWord(cell);
	const found = Object.entries(NAMES).find(([, names]) => names.includes(word));
	return (found?.[0] as PeopleColumn | undefined) ?? null;
}
