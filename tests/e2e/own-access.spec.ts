import { DatabaseSync } from 'node:sqlite';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { makePinVerifier } from '#lib/protocol/pin.ts';
import { expectAccessible } from './support/axe.ts';
import { cutLine, demoPin, deviceAt, deviceOf, unlock, WINDOW_1, WINDOW_2 } from './support/desk.ts';
import { OwnServer } from './support/own-server.ts';

const ROOT = join(import.meta.dirname, '../..');
const PASSWORD = 'тынық мұхит үш кеме';
let server: OwnServer;

test.beforeEach(async () => {
	server = await OwnServer.start();
});
test.afterEach(() => server.end());

/** A one-time code, given at the terminal while the server runs. */
function codeOf(number: string): string {
	const command = ['src/start/run.js', 'src/start/person.ts', '--number', number, '--code'];
	const env = { ...process.env, DATA_DIR: server.dataDir };
	const said = execFileSync(process.execPath, command, {
		cwd: ROOT,
		env,
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'ignore']
	});
	return /7\d{3}(?:-\d{4}){3}/.exec(said)![0];
}

/** Makes a person's PIN one that was chosen under the rule of four digits. */
async function givesOldPin(number: string): Promise<void> {
	const { policy: _, ...old } = await makePinVerifier(demoPin(number), 100_000);
	const database = new DatabaseSync(join(server.dataDir, 'tereze.db'), { timeout: 5000 });
	database.prepare('update people set pin = ? where number = ?').run(JSON.stringify(old), number);
	database.close();
}

/** Types into the field that has the focus and goes on to the next one, over the buttons that show what is typed. */
async function type(page: Page, label: string, text: string): Promise<void> {
	const field = page.getByLabel(label, { exact: true });
	for (let turn = 0; turn < 4 && !(await field.evaluate((element) => element === document.activeElement)); turn += 1)
		await page.keyboard.press('Tab');
	await expect(field).toBeFocused();
	await page.keyboard.insertText(text);
}

async function choosesPin(page: Page, pin: string): Promise<void> {
	await type(page, 'Жаңа PIN', pin);
	await type(page, 'Жаңа PIN қайталаңыз', pin);
	await page.keyboard.press('Enter');
}

test('N129 who forgot the PIN sets another one behind the password, by keys alone, and unlocks with it without a line', async ({
	browser
}) => {
	const page = await deviceAt(browser, server.origin, WINDOW_1);
	await page.keyboard.press('F9');
	const forgotten = page.getByRole('button', { name: 'PIN ұмыттым' });
	await forgotten.focus();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { name: 'PIN ұмытылса' })).toBeVisible();
	await type(page, 'Қызметкер нөмірі', WINDOW_1);
	await type(page, 'Құпиясөз', `tereze-${WINDOW_1}`);
	await page.keyboard.press('Enter');
	await choosesPin(page, '112233');
	await expect(page.getByText('Цифрлар қатар тұр, 123456 немесе 112233 сияқты.')).toBeVisible();
	await expect(page.getByLabel('Жаңа PIN', { exact: true })).toHaveValue('112233');
	await expect(page.getByLabel('Жаңа PIN', { exact: true })).toBeFocused();
	await page.keyboard.press('ControlOrMeta+A');
	await page.keyboard.insertText('905716');
	await page.keyboard.press('Enter');
	await expect(page.getByText('Екі PIN бірдей емес.')).toBeVisible();
	await page.keyboard.press('ControlOrMeta+A');
	await page.keyboard.insertText('905716');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { name: 'Жұмысым' })).toBeVisible();

	await cutLine(page);
	await page.keyboard.press('F9');
	await page.getByLabel('Қызметкер нөмірі').fill(WINDOW_1);
	await page.getByLabel('PIN', { exact: true }).fill('905716');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('button', { name: 'Сейітова А.Б.', exact: true })).toBeVisible();
	await page.keyboard.press('F9');
	await page.getByRole('button', { name: 'PIN ұмыттым' }).click();
	await expect(page.getByText('Қазір желі жоқ, ал бұған желі қажет.')).toBeVisible();
});

test('N129 who forgot the password sets another one with a code of the administrator, in Russian', async ({
	browser
}) => {
	const context = await browser.newContext({ baseURL: server.origin });
	const page = await context.newPage();
	await page.goto('/');
	await page.getByRole('button', { name: 'Русский' }).click();
	await page.getByRole('button', { name: 'Забыли пароль' }).click();
	await expect(page.getByRole('heading', { name: 'Если забыт пароль' })).toBeVisible();
	const code = codeOf(WINDOW_1);
	await type(page, 'Номер сотрудника', WINDOW_1);
	await type(
		page,
		'Одноразовый код',
		code.replace(/.$/, (last) => String((Number(last) + 1) % 10))
	);
	await type(page, 'Новый пароль', 'казахстан123');
	await expect(page.getByText('Код набран с ошибкой.')).toBeVisible();
	await page.getByLabel('Одноразовый код').fill(code);
	await type(page, 'Повторите новый пароль', 'казахстан123');
	await page.keyboard.press('Enter');
	await expect(page.getByText('Такой пароль легко подобрать.')).toBeVisible();
	await expect(page.getByLabel('Новый пароль', { exact: true })).toBeFocused();
	await expectAccessible(page);
	await page.getByLabel('Новый пароль', { exact: true }).fill(PASSWORD);
	await page.getByLabel('Повторите новый пароль', { exact: true }).fill(PASSWORD);
	await page.keyboard.press('Enter');
	await page.getByRole('button', { name: 'Продолжить' }).click();
	await expect(page.getByRole('heading', { name: 'Моя работа' })).toBeVisible();
	await context.close();
});

test('N122 behind an unlock with a PIN of four digits a new one is asked for, which waits, and not without a line', async ({
	browser
}) => {
	await givesOldPin(WINDOW_2);
	const page = await deviceAt(browser, server.origin, WINDOW_1);
	await page.keyboard.press('F9');
	await page.getByLabel('Қызметкер нөмірі').fill(WINDOW_2);
	await page.getByLabel('PIN', { exact: true }).fill(demoPin(WINDOW_2));
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { name: 'Жаңа PIN қажет' })).toBeVisible();
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Кейінірек' }).click();
	await expect(page.getByRole('heading', { name: 'Жұмысым' })).toBeVisible();
	await page.keyboard.press('F9');
	await unlock(page, WINDOW_2);

	await page.goto('/');
	await expect(page.getByRole('heading', { name: 'Жаңа PIN қажет' })).toBeVisible();
	await type(page, 'Құпиясөз', `tereze-${WINDOW_2}`);
	await page.keyboard.press('Enter');
	await choosesPin(page, '905716');
	await expect(page.getByRole('heading', { name: 'Жұмысым' })).toBeVisible();

	await givesOldPin(WINDOW_1);
	const other = await deviceAt(browser, server.origin, WINDOW_2);
	await cutLine(other);
	await other.keyboard.press('F9');
	await unlock(other, WINDOW_1);
	await expect(other.getByRole('button', { name: 'Сейітова А.Б.', exact: true })).toBeVisible();
});

test('N129 the own password and PIN are changed at the desk, whoever signed in at this browser before', async ({
	browser
}) => {
	const page = await deviceAt(browser, server.origin, WINDOW_1);
	await page.keyboard.press('F9');
	await unlock(page, WINDOW_2);
	await page.getByRole('link', { name: 'Құпиясөз және PIN' }).click();
	// Signed in at the server is still the colleague.
	await expect(page.getByText('тек желімен, құпиясөзбен кіргенде көрінеді')).toBeVisible();
	await page.getByRole('link', { name: 'Құпиясөзді өзгерту' }).click();
	await expect(page.getByLabel('Қазіргі құпиясөз', { exact: true })).toBeFocused();
	await expectAccessible(page);
	await type(page, 'Қазіргі құпиясөз', 'ол емес');
	await type(page, 'Жаңа құпиясөз', PASSWORD);
	await type(page, 'Жаңа құпиясөзді қайталаңыз', PASSWORD);
	await page.keyboard.press('Enter');
	await expect(page.getByText('Қазіргі құпиясөз дұрыс емес. Қалған талпыныс: 4')).toBeVisible();
	await expect(page.getByLabel('Жаңа құпиясөз', { exact: true })).toHaveValue(PASSWORD);
	await page.getByLabel('Қазіргі құпиясөз', { exact: true }).fill(`tereze-${WINDOW_2}`);
	await page.keyboard.press('Enter');
	await expect(page.getByText('Құпиясөз өзгертілді.')).toBeVisible();

	const elsewhere = await deviceOf(
		await browser.newContext({ baseURL: server.origin, locale: 'kk-KZ' }),
		WINDOW_2,
		PASSWORD
	);
	await page.getByRole('link', { name: 'Құпиясөз және PIN' }).click();
	await expect(page.getByRole('heading', { name: 'Басқа браузерлердегі кіру: 1' })).toBeVisible();
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Басқаларын аяқтау' }).click();
	await expect(page.getByText('Басқа браузерлердегі сеанстар аяқталды.')).toBeVisible();
	await expect(page.getByText('Басқа браузерлерде кірмегенсіз.')).toBeVisible();
	expect((await elsewhere.request.get('/api/session')).status()).toBe(401);
	await page.getByRole('link', { name: 'PIN өзгерту' }).click();
	await type(page, 'Қазіргі құпиясөз', PASSWORD);
	await choosesPin(page, '905716');
	await expect(page.getByText('PIN өзгертілді.')).toBeVisible();
	await page.keyboard.press('F9');
	await page.getByLabel('Қызметкер нөмірі').fill(WINDOW_2);
	await page.getByLabel('PIN', { exact: true }).fill('905716');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('button', { name: 'Юсупов Р.Ә.' })).toBeVisible();
});

test('N131 a password is shown when its button asks for it, Caps Lock is told, and what is pasted is taken', async ({
	browser
}) => {
	const context = await browser.newContext({
		baseURL: server.origin,
		permissions: ['clipboard-read', 'clipboard-write']
	});
	const page = await context.newPage();
	await page.goto('/');
	const password = page.getByLabel('Құпиясөз', { exact: true });
	await page.evaluate((text) => navigator.clipboard.writeText(text), PASSWORD);
	await password.focus();
	await page.keyboard.press('ControlOrMeta+V');
	await expect(password).toHaveValue(PASSWORD);
	await expect(password).toHaveAttribute('type', 'password');
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await expect(password).toHaveAttribute('type', 'text');
	await expect(page.getByRole('button', { name: 'Жасыру: Құпиясөз' })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(password).toHaveAttribute('type', 'password');
	const presses = (isOn: boolean) =>
		password.evaluate((field, modifierCapsLock) => {
			field.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true, modifierCapsLock }));
		}, isOn);
	await presses(true);
	await expect(page.getByText('Caps Lock қосулы: бас әріптер теріліп тұр')).toBeVisible();
	await presses(false);
	await expect(page.getByText('Caps Lock қосулы: бас әріптер теріліп тұр')).toBeHidden();
	await context.close();
});
