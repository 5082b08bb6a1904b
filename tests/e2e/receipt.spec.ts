import { expect, type Page, test } from '@playwright/test';
import { accept } from './support/acts.ts';
import { browserWithCamera, forbidWebAssembly, watchEngine, writeFilm } from './support/camera.ts';
import { signIn, WINDOW_1 } from './support/desk.ts';
import { newIin } from './support/iin.ts';
import { takePapers } from './support/papers.ts';
import { openPdfReader, type Window } from './support/pdf-reader.ts';
import { readWithZbar } from './support/zbarimg.ts';
import { visit } from './support/visit.ts';
import { groupedNumber } from './support/grouped-number.ts';

/** All nine letters that Kazakh has and Russian has not. */
const NINE = { surname: 'Әңғұүқөһі', given: 'Ұлдана', patronymic: 'Ғұмарқызы' };
/** The upper right of an A4 sheet, where the codes are: 1280 × 720 pixels of a camera are 8 to a millimetre, 3 to a module. */
const BEFORE_THE_CAMERA: Window = { left: 50, top: 0, width: 160, height: 90 };

const joined = (text: string) => text.replace(/\s/gu, '');

test('the receipt says everything of paragraph 13, in Kazakh and Russian, with all nine letters', async ({
	page,
	context,
	browser
}) => {
	const papers = await takePapers(context);
	await signIn(page, WINDOW_1);
	const iin = newIin();
	const number = await accept(page, { ...NINE, iin });
	const reader = await openPdfReader(browser);
	const [receipt = '', label = ''] = await reader.texts(await papers.printed(1));
	await reader.close();

	const today = new Intl.DateTimeFormat('ru', { timeZone: 'Asia/Almaty' }).format(Date.now());
	for (const [field, text] of [
		['number, kk and ru', `Өтініштің нөмірі · Номер заявления ${number}`],
		['date of acceptance, kk', 'Қабылданған күні'],
		['date of acceptance, ru', 'Дата приёма'],
		['date of acceptance', today],
		['kind of service, its name, kk', 'Сұралып отырған мемлекеттік қызметтің түрі'],
		['kind of service, its name, ru', 'Вид запрашиваемой государственной услуги'],
		['kind of service, kk', '18 жасқа дейінгі балалары бар отбасыларға мемлекеттік жәрдемақылар тағайындау'],
		['kind of service, ru', 'Назначение государственных пособий семьям, имеющим детей до 18 лет'],
		['documents, kk', 'Қоса берілген құжаттардың саны мен атауы'],
		['documents, ru', 'Количество и названия приложенных документов'],
		['number of documents, kk', 'Құжат: 2. Парақ: 3'],
		['number of documents, ru', 'Документов: 2. Листов: 3'],
		['first document, kk', '1 Жеке басын куәландыратын құжат'],
		['first document, ru', 'Документ, удостоверяющий личность'],
		['second document, kk', 'Баланың (балалардың) туу туралы куәлігі'],
		['second document, ru', 'Свидетельство о рождении ребёнка (детей)'],
		['inspector, kk', 'Құжаттарды ресімдеуге өтінішті қабылдаған жауапты инспектор'],
		['inspector, ru', 'Ответственный инспектор, принявший заявление на оформление документов'],
		['surname, first name and patronymic of the inspector', 'Сейітова Айгүл Бекенқызы'],
		['applicant', 'Әңғұүқөһі Ұлдана Ғұмарқызы'],
		['which copy', 'Дана · Экземпляр: 1']
	] as const)
		expect.soft(receipt, field).toContain(joined(text));
	for (const letter of 'әғқңөұүһі') expect.soft(receipt, `the letter ${letter}`).toContain(letter);
	expect(receipt, 'the last four digits of the IIN').toContain(`••••••••${iin.slice(8)}`);
	expect(receipt, 'no more of the IIN').not.toContain(iin.slice(0, 6));
	expect(label, 'the label of the packet').toContain(number);
	expect(label, 'the label names nobody').not.toContain('Әңғұүқөһі');
});

test('a reprint says which copy it is and why; a document brought later prints a receipt that says so', async ({
	page,
	context,
	browser
}) => {
	const papers = await takePapers(context);
	await signIn(page, WINDOW_1);
	const number = await accept(page);
	const reader = await openPdfReader(browser);
	const [first = ''] = await reader.texts(await papers.printed(1));
	expect(first).not.toContain('Қайтабасылған');

	await page.keyboard.press('F8');
	const dialog = page.getByRole('dialog', { name: 'Қайта басып шығару' });
	await dialog.getByRole('radio', { name: 'өтініш беруші жоғалтқан' }).check();
	await page.keyboard.press('Control+Enter');
	await expect(page.getByText('Қолхат басып шығаруға берілді. Дана: 2')).toBeVisible();
	const [second = ''] = await reader.texts(await papers.printed(2));
	expect(second).toContain(joined('2-дана. Қайта басылған. Себебі: өтініш беруші жоғалтқан'));
	expect(second).toContain(joined('Экземпляр 2. Повторная печать. Причина: утеряна заявителем'));
	expect(second).not.toContain(joined('Изменено'));

	await visit(page, `/application/${number}`);
	await page.getByRole('button', { name: 'Құжат қосу' }).click();
	await page.getByLabel('Құжаттың атауы').fill('Табыс туралы анықтама');
	await page.getByLabel('Парақ саны').fill('4');
	await page.getByRole('dialog').getByRole('button', { name: 'Құжат қосу' }).click();
	await expect(page.getByText('Қосымша құжат тіркелді. Жаңа қолхатты беріңіз.').first()).toBeVisible();
	const [amended = ''] = await reader.texts(await papers.printed(3));
	expect(amended).toContain(joined('3-дана. Қайта басылған. Себебі: деректер өзгертілді'));
	expect(amended).toContain(joined('Причина: данные изменены'));
	expect(amended).toMatch(/Өзгертілді:[\d.,:]+Құжатқосылды/);
	expect(amended).toMatch(/Изменено:[\d.,:]+Добавленыдокументы/);
	expect(amended).toContain(joined('3 Табыс туралы анықтама'));
	expect(amended).toContain(joined('Құжат: 3. Парақ: 7'));
	expect(amended, 'it is the same application').toContain(number);
	await reader.close();
});

test('the printed receipt is read by the camera, with WebAssembly and without it, and by another program', async ({
	page,
	context,
	browser
}, info) => {
	test.setTimeout(120_000);
	const papers = await takePapers(context);
	await signIn(page, WINDOW_1);
	const number = await accept(page, NINE);
	const reader = await openPdfReader(browser);
	const picture = await reader.draw(await papers.printed(1), BEFORE_THE_CAMERA, 8);
	await reader.close();
	expect(picture).toMatchObject({ width: 1280, height: 720 });

	const codes = readWithZbar(picture, info.outputPath('receipt.pgm'));
	if (codes === null) info.annotations.push({ type: 'not here', description: 'zbarimg: no second reader was asked' });
	else expect(codes.sort()).toEqual([number, expect.stringMatching(new RegExp(`^TRZ1:${number}:[\\da-f]{64}$`))]);

	const film = info.outputPath('receipt.y4m');
	writeFilm(film, picture);
	const withCamera = await browserWithCamera(film);
	for (const engine of ['wasm', 'js'] as const) {
		await test.step(`the camera reads it: ${engine}`, async () => {
			const device = await withCamera.newContext({
				baseURL: info.project.use.baseURL ?? '',
				locale: 'kk-KZ',
				// Routes do not see what a service worker answers.
				serviceWorkers: 'block'
			});
			if (engine === 'js') await forbidWebAssembly(device);
			const screen = await device.newPage();
			const engineUsed = await watchEngine(screen);
			await signIn(screen, WINDOW_1);
			await readByCamera(screen, number);
			expect(engineUsed()).toBe(engine);
			await device.close();
		});
	}
	await withCamera.close();
});

async function readByCamera(page: Page, number: string): Promise<void> {
	await visit(page, '/scanner-test');
	await page.getByRole('button', { name: 'Камерамен сканерлеу' }).click();
	await expect(page.getByText('Сканер дұрыс оқиды').first()).toBeVisible({ timeout: 20_000 });
	await expect(page.getByText('Қайдан: камера').first()).toBeVisible();
	await expect(page.getByText(groupedNumber(number)).first()).toBeVisible();
}
