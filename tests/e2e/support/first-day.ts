import { type Browser, expect, type Page } from '@playwright/test';
import { acceptVisit, APPLICANT, fillVisit } from './acts.ts';
import { choosePin, setPassword } from './begin.ts';
import { newIin } from './iin.ts';
import { wedge } from './scan.ts';
import { visit } from './visit.ts';

const ADMIN = { number: '3001', surname: 'Әділбекова', given: 'Сәуле', password: 'тынық мұхит үш кеме', pin: '905716' };
/** As it is shown, in groups. */
const ONE_TIME_CODE = /^\d{4}(?:-\d{4}){3}$/;
const INSPECTOR = {
	number: '4001',
	surname: 'Ахметова',
	given: 'Жанар',
	password: 'жеті өзен бір көпір',
	pin: '830462'
};

type Picture = (page: Page, name: string) => Promise<unknown>;

/** `picture`: looks at a screen of the walk, for whoever draws it. */
type FirstDay = { browser: Browser; origin: string; link: string; picture?: Picture };

/**
 * From the link that an empty server prints to the first receipt, by screens only.
 * @returns the application's number, and what was typed on the way that nobody else may know
 */
export async function firstDay({
	browser,
	origin,
	link,
	picture = () => Promise.resolve()
}: FirstDay): Promise<{ number: string; secrets: string[] }> {
	const device = async (): Promise<Page> => {
		const context = await browser.newContext({ baseURL: origin, locale: 'kk-KZ' });
		await context.addInitScript(() => (window.print = () => undefined));
		return context.newPage();
	};
	const admin = await device();
	await setUp(admin, link, picture);
	await signInFirst(admin, picture);
	const code = await enterInspector(admin, picture);
	const deviceCode = await deviceCodeOf(admin, picture);

	const desk = await device();
	await desk.goto('/');
	await setPassword(desk, INSPECTOR.number, code, INSPECTOR.password);
	await expect(desk.getByLabel('Құрылғының коды')).toBeVisible();
	await picture(desk, 'device');
	// From the administrator's screen, by a scanner that types like a keyboard.
	await wedge(desk, deviceCode.replaceAll('-', ''));
	await expect(desk.getByLabel('Құрылғының коды')).toHaveValue(deviceCode.replaceAll('-', ''));
	await desk.keyboard.press('Enter');
	await choosePin(desk, INSPECTOR.pin);
	await expect(desk.getByRole('heading', { name: 'Жұмысым' })).toBeVisible();
	await visit(desk, '/window/accept');
	const iin = newIin();
	await fillVisit(desk, { iin });
	const number = await acceptVisit(desk);
	await picture(desk, 'receipt');
	const typed = [code, deviceCode].flatMap((each) => [each, each.replaceAll('-', '')]);
	const people = [ADMIN, INSPECTOR].flatMap(({ surname, given, password, pin }) => [surname, given, password, pin]);
	return { number, secrets: [...typed, ...people, iin, APPLICANT.surname, APPLICANT.given, '701 123', 'Төлеби'] };
}

/** The authority's administrator, the first Center and its window. */
async function setUp(page: Page, link: string, picture: Picture): Promise<void> {
	await page.goto(link);
	await page.getByLabel('Қызметкер нөмірі').fill(ADMIN.number);
	await page.getByLabel('Тегі', { exact: true }).fill(ADMIN.surname);
	await page.getByLabel('Аты', { exact: true }).fill(ADMIN.given);
	await page.getByLabel('Жаңа құпиясөз', { exact: true }).fill(ADMIN.password);
	await page.getByLabel('Жаңа құпиясөзді қайталаңыз', { exact: true }).fill(ADMIN.password);
	await page.locator('#center').selectOption('center-04');
	await page.locator('#center').scrollIntoViewIfNeeded();
	await picture(page, 'set-up');
	await page.keyboard.press('Enter');
}
/** Number and password, the place of this PC, a PIN. */
async function signInFirst(page: Page, picture: Picture): Promise<void> {
	await page.getByRole('button', { name: 'Кіру бетіне' }).click();
	await page.getByLabel('Қызметкер нөмірі').fill(ADMIN.number);
	await page.getByLabel('Құпиясөз', { exact: true }).fill(ADMIN.password);
	await page.keyboard.press('Enter');
	await page.getByRole('button', { name: 'Жалғастыру' }).click();
	await choosePin(page, ADMIN.pin);
	await expect(page.getByRole('rowheader', { name: ADMIN.number })).toBeVisible();
	await page.getByRole('navigation').getByRole('link', { name: 'Мекемелер' }).click();
	await expect(page.getByRole('table', { name: 'Мекемелер' })).toBeVisible();
	await picture(page, 'offices');
}

/** The first inspector of the Center; gives the one-time code that is shown for them. */
async function enterInspector(page: Page, picture: Picture): Promise<string> {
	await page
		.getByRole('row', { name: /қосылған/ })
		.filter({ hasText: 'Орталық' })
		.getByRole('link')
		.click();
	await page.getByRole('button', { name: 'Қызметкерді енгізу' }).click();
	await page.getByLabel('Қызметкер нөмірі').fill(INSPECTOR.number);
	await page.getByLabel('Тегі', { exact: true }).fill(INSPECTOR.surname);
	await page.getByLabel('Аты', { exact: true }).fill(INSPECTOR.given);
	await page.getByLabel('Орталықтың инспекторы').check();
	await page.getByLabel('Әдеттегі терезесі').selectOption('1');
	await picture(page, 'person');
	await page.keyboard.press('Control+Enter');
	const code = page.getByText(ONE_TIME_CODE);
	await expect(code).toBeVisible();
	await picture(page, 'person-code');
	const text = await code.innerText();
	await page.getByRole('dialog').getByRole('button', { name: 'Жабу' }).last().click();
	return text;
}

/** The code by which the PC of the first window becomes one of the Center's. */
async function deviceCodeOf(page: Page, picture: Picture): Promise<string> {
	await page.getByRole('navigation').getByRole('link', { name: 'Құрылғылар' }).click();
	await page.getByRole('button', { name: 'Жаңа құрылғы' }).click();
	await page.keyboard.press('Control+Enter');
	const code = page.getByText(ONE_TIME_CODE);
	await expect(code).toBeVisible();
	await picture(page, 'device-code');
	return code.innerText();
}
