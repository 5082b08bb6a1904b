import { expect, type Page, test } from '@playwright/test';
import { fillVisit } from './support/acts.ts';
import { signIn, WINDOW_1 } from './support/desk.ts';
import { scanWithKeys } from './support/kazakh-keyboard.ts';
import { wedge } from './support/scan.ts';
import { seen } from './support/seen.ts';
import { visit } from './support/visit.ts';

const NUMBER = '1000010000100787';
const GROUPED = '1000 0100 0010 0787';
const MISREAD = '1000010000100788';

/** Notes every value that a field takes, however briefly. */
async function watchField(page: Page, label: string): Promise<() => Promise<string[]>> {
	const field = page.getByLabel(label, { exact: true });
	await field.evaluate((element: HTMLInputElement & { taken?: string[] }) => {
		element.taken = [];
		element.addEventListener('input', () => element.taken?.push(element.value));
	});
	return () => field.evaluate((element: HTMLInputElement & { taken?: string[] }) => element.taken ?? []);
}

test('a scanner is read by its keys under a Kazakh layout, as digits and as QR, and a misread number is told', async ({
	page
}) => {
	await signIn(page, WINDOW_1);
	await visit(page, '/scanner-test');
	await expect(seen(page, 'Сканер күтілуде…')).toBeVisible();

	await scanWithKeys(page, NUMBER);
	await expect(seen(page, 'Сканер дұрыс оқиды')).toBeVisible();
	await expect(seen(page, 'Қайдан: сканер')).toBeVisible();
	await expect(page.getByText(GROUPED).first()).toBeVisible();
	// What comes sooner is of the same trigger.
	await expect(page.getByRole('region', { name: 'Келген пернелер: 17' })).toBeVisible();

	await scanWithKeys(page, MISREAD);
	await expect(seen(page, 'Нөмір дұрыс оқылмады')).toBeVisible();
	await expect(seen(page, `Оқылды: ${MISREAD}`)).toBeVisible();
	await expect(seen(page, 'Цифрлар бақылау цифрларымен сәйкес емес.')).toBeVisible();
	await expect(page.getByText('Сканер дұрыс оқиды')).toHaveCount(0);

	await scanWithKeys(page, `TRZ1:${NUMBER}:${'0123456789abcdef'.repeat(4)}`);
	await expect(seen(page, 'Сканер дұрыс оқиды')).toBeVisible();
	await expect(page.getByText(GROUPED).first()).toBeVisible();
});

test('a scan into an open form tells its number and leaves the form as it was', async ({ page }) => {
	await signIn(page, WINDOW_1);
	await visit(page, '/window/accept');
	await fillVisit(page, { surname: 'Нұрғали' });
	const surname = page.getByLabel('Тегі', { exact: true });
	await surname.focus();
	await page.keyboard.press('End');
	const taken = await watchField(page, 'Тегі');

	await scanWithKeys(page, NUMBER);
	await expect(seen(page, `Өтініш ашық тұр. Сканерленген: ${GROUPED}. Өтініш өзгерген жоқ.`)).toBeVisible();
	expect(await taken(), 'the keys did type into the field').toContain('Нұрғали"');
	await expect(surname).toHaveValue('Нұрғали');
	await expect(surname).toBeFocused();

	await scanWithKeys(page, MISREAD);
	await expect(seen(page, `Өтініш ашық тұр. Сканерленген: ${MISREAD}. Өтініш өзгерген жоқ.`)).toBeVisible();
	await expect(surname).toHaveValue('Нұрғали');
	await expect(page.getByRole('heading', { name: 'Жаңа өтініш' }), 'Enter pressed nothing').toBeVisible();

	await page.keyboard.type('ұлы');
	await page.keyboard.press('F6');
	await page.getByRole('navigation', { name: 'Кейінге қалдырылғандар' }).getByRole('link').click();
	await expect(page.getByText('Жазылып жатқан өтініш қайта ашылды')).toBeVisible();
	await expect(surname, 'the draft on the disk has what the person typed, and nothing of the scans').toHaveValue(
		'Нұрғалиұлы'
	);
	await expect(page.getByLabel('Аты', { exact: true })).toHaveValue('Ержан');
	await expect(page.getByLabel('Тұрғылықты мекенжайы')).toHaveValue('Шымкент қаласы, Төлеби көшесі, 12');
});

test('a scan while the IIN is asked for leaves no digit of it in the field', async ({ page }) => {
	await signIn(page, WINDOW_1);
	await visit(page, '/window/accept');
	const iin = page.getByLabel('ЖСН', { exact: true });
	await expect(iin).toBeFocused();
	await scanWithKeys(page, NUMBER);
	await expect(seen(page, `Сканерленген: ${GROUPED}`)).toBeVisible();
	await expect(iin).toHaveValue('');
});

test('X30 X35 a scan with signs around it and Ctrl+J at its end leaves field and browser as they were', async ({
	page
}) => {
	await signIn(page, WINDOW_1);
	await visit(page, '/window/accept');
	await fillVisit(page, { surname: 'Нұрғали' });
	const surname = page.getByLabel('Тегі', { exact: true });
	await surname.focus();
	await scanWithKeys(page, `*${NUMBER}#`, { end: 'Ctrl+J' });
	await expect(seen(page, `Сканерленген: ${GROUPED}.`)).toBeVisible();
	await expect(surname).toHaveValue('Нұрғали');
	expect(page.context().pages(), 'no list of downloads').toHaveLength(1);

	await scanWithKeys(page, '4870001234567');
	await expect(seen(page, 'Бөтен код.')).toBeVisible();
});

test('X36 X37 X39 a slow scanner is shown everywhere, learned in its test, and read from then on', async ({ page }) => {
	const SLOW = { gapMs: 95 };
	await signIn(page, WINDOW_1);
	await visit(page, '/help');
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await scanWithKeys(page, NUMBER, SLOW);
	await expect(seen(page, `Цифрлар тым баяу келді: ${NUMBER}`)).toBeVisible();

	await visit(page, '/scanner-test');
	await expect(seen(page, 'Сканер күтілуде…')).toBeVisible();
	await scanWithKeys(page, NUMBER, SLOW);
	await expect(seen(page, 'Сканердің жылдамдығы осы құрылғыда есте сақталды.')).toBeVisible();
	await expect(page.getByRole('row', { name: '17 Enter Enter 95 кодтың соңы' })).toBeVisible();

	await page.reload();
	await expect(seen(page, 'Сканер күтілуде…')).toBeVisible();
	await scanWithKeys(page, NUMBER, SLOW);
	await expect(seen(page, 'Қайдан: сканер')).toBeVisible();
	await expect(page.getByText('тым баяу')).toHaveCount(0);
});

test('X22 what is scanned while the program still opens is judged when its screen stands', async ({ browser }) => {
	// Without a service worker the program's files come over the line, and so can be held up.
	const page = await browser.newPage({ serviceWorkers: 'block' });
	await signIn(page, WINDOW_1);
	let open: () => void = () => undefined;
	const opened = new Promise<void>((resolve) => (open = resolve));
	await page.route('**/_app/immutable/entry/app*', async (route) => {
		await opened;
		await route.continue();
	});
	await page.goto('/window/hand-out', { waitUntil: 'commit' });
	await page.waitForFunction(() => 'earlyKeys' in window);
	await wedge(page, MISREAD);
	await wedge(page, NUMBER);
	open();
	await expect(page.getByText(GROUPED).first()).toBeVisible();
	await page.context().close();
});
