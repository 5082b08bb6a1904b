import type { DecisionKind } from '#lib/domain/application/application.ts';
import type { StaffId } from '#lib/domain/fact/ids.ts';
import type { StepFact } from '#lib/domain/regulation/route.ts';

/** One made-up application: when it began and how far it has come. */
export type DemoApplication = {
	surname: string;
	given: string;
	patronymic: string;
	/** `YYYY-MM-DD` */
	born: string;
	male?: true;
	/** Number of the service in the resolution. */
	service: number;
	entry: 'center' | 'body';
	/** How many working days ago it was accepted. */
	daysAgo: number;
	/** The last step that was done; null: all of them. */
	until: StepFact | null;
	outcome?: DecisionKind;
	executor?: StaffId;
	/** The packet was not in the cart when its register arrived. */
	missing?: true;
};

const BAIZHIGIT = 'staff-204' as StaffId;

type Rest = Partial<DemoApplication> & Pick<DemoApplication, 'daysAgo' | 'until'>;
const person = (name: string, born: string, sex: 'm' | 'f'): Omit<DemoApplication, 'daysAgo' | 'until'> => {
	const [surname = '', given = '', patronymic = ''] = name.split(' ');
	return { surname, given, patronymic, born, ...(sex === 'm' ? { male: true } : {}), service: 3, entry: 'center' };
};
const throughCenter = (name: string, born: string, sex: 'm' | 'f', rest: Rest): DemoApplication => ({
	...person(name, born, sex),
	...rest
});
const atTheBody = (service: number, name: string, born: string, sex: 'm' | 'f', rest: Rest): DemoApplication => ({
	...person(name, born, sex),
	service,
	entry: 'body',
	...rest
});

/** Something at every desk on every day: done, under way, waiting, late, and one paper that is looked for. All of it is made up. */
export const DEMO_APPLICATIONS: readonly DemoApplication[] = [
	throughCenter('Оспанова Айгерім Қайратқызы', '1988-03-14', 'f', { daysAgo: 16, until: null }),
	throughCenter('Қалиев Нұрлан Серікұлы', '1979-11-02', 'm', { daysAgo: 15, until: null, outcome: 'refusal' }),
	throughCenter('Әбдірахманова Гүлжаһан Нұрмұхаммедқызы', '1991-07-21', 'f', { daysAgo: 14, until: 'assigned' }),
	throughCenter('Петренко Ольга Ивановна', '1985-01-30', 'f', { daysAgo: 10, until: 'resultsArrived' }),
	throughCenter('Тұрсынбеков Ержан Өмірзақұлы', '1982-09-09', 'm', {
		daysAgo: 9,
		until: 'resultsArrived',
		executor: BAIZHIGIT
	}),
	throughCenter('Жүнісова Дина Маратқызы', '1994-05-17', 'f', { daysAgo: 8, until: 'returned' }),
	throughCenter('Ыңғайбаева Һалима Ғабитқызы', '1990-12-25', 'f', { daysAgo: 7, until: 'recorded' }),
	throughCenter('Ким Сергей Владимирович', '1987-04-04', 'm', { daysAgo: 6, until: 'signed' }),
	throughCenter('Сейітов Өмірбек Асанұлы', '1976-08-12', 'm', { daysAgo: 6, until: 'drafted', outcome: 'refusal' }),
	throughCenter('Қасымова Ұлбосын Бекенқызы', '1993-02-08', 'f', {
		daysAgo: 5,
		until: 'drafted',
		executor: BAIZHIGIT
	}),
	throughCenter('Рахимов Тимур Болатұлы', '1989-10-19', 'm', { daysAgo: 4, until: 'dispatched', missing: true }),
	throughCenter('Бекова Сәуле Ержанқызы', '1996-06-01', 'f', { daysAgo: 4, until: 'assigned' }),
	throughCenter('Иванов Андрей Петрович', '1984-03-27', 'm', { daysAgo: 3, until: 'assigned', executor: BAIZHIGIT }),
	throughCenter('Төлегенова Мәдина Сәкенқызы', '1992-01-15', 'f', { daysAgo: 3, until: 'registered' }),
	throughCenter('Әлімжанов Дәулет Нұрланұлы', '1981-07-07', 'm', { daysAgo: 2, until: 'arrived' }),
	throughCenter('Сүлейменова Жанар Омарқызы', '1995-09-23', 'f', { daysAgo: 1, until: 'dispatched' }),
	throughCenter('Ғабдуллин Рүстем Асқарұлы', '1986-11-11', 'm', { daysAgo: 1, until: 'dispatched' }),
	throughCenter('Нұрпейісова Ақмарал Жанұзаққызы', '1997-04-30', 'f', { daysAgo: 0, until: 'accepted' }),
	throughCenter('Мұратов Бауыржан Ғаниұлы', '1983-12-03', 'm', { daysAgo: 0, until: 'accepted' }),

	atTheBody(1, 'Ахметова Рабиға Төлеуқызы', '1968-02-02', 'f', { daysAgo: 5, until: null }),
	atTheBody(2, 'Есенов Қайрат Болатұлы', '1990-05-05', 'm', { daysAgo: 3, until: 'signed', executor: BAIZHIGIT }),
	atTheBody(4, 'Литвинова Мария Сергеевна', '1975-10-10', 'f', { daysAgo: 8, until: 'recorded' }),
	atTheBody(5, 'Дүйсенбаев Шәріп Қасымұлы', '1959-08-08', 'm', { daysAgo: 6, until: 'drafted' }),
	atTheBody(6, 'Айтбаева Күләш Мұсақызы', '1952-03-03', 'f', {
		daysAgo: 4,
		until: 'assigned',
		executor: BAIZHIGIT
	}),
	atTheBody(7, 'Омаров Сәбит Жақсылықұлы', '1948-06-16', 'm', { daysAgo: 2, until: 'assigned' }),
	atTheBody(8, 'Құдайбергенова Зейнеп Сейітқызы', '1971-01-20', 'f', { daysAgo: 1, until: 'accepted' }),
	atTheBody(4, 'Нысанбаев Амангелді Темірұлы', '1966-09-29', 'm', { daysAgo: 1, until: 'accepted' })
];
