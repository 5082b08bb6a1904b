import { expect, test } from '@playwright/test';
import { signIn, WINDOW_1 } from './support/desk.ts';
import { newIin } from './support/iin.ts';
import { visit } from './support/visit.ts';

test('N342 a usual visit is one sheet without scrolling: the person, the service, six documents', async ({ page }) => {
	await page.setViewportSize({ width: 1366, height: 768 });
	await signIn(page, WINDOW_1);
	await visit(page, '/window/accept');
	await page.getByLabel('ЖСН', { exact: true }).fill(newIin());
	await page.getByLabel('Тегі', { exact: true }).fill('Қонысбекқызы');
	await page.getByRole('radio', { name: 'Балаларға жәрдемақы' }).check();
	const sheets = page.getByRole('textbox', { name: 'Парақ саны' });
	await expect(sheets).toHaveCount(6);
	const bar = (await page.getByRole('group', { name: 'Жаңа өтініш' }).boundingBox())!;
	for (const part of [
		page.getByLabel('Байланыс телефоны'),
		page.getByRole('checkbox', { name: 'Өкіл келді' }),
		page.getByText('Органда қабылданады'),
		sheets.last(),
		page.getByRole('button', { name: 'Құжат қосу' })
	]) {
		const box = (await part.boundingBox())!;
		expect(box.y + box.height, String(part)).toBeLessThanOrEqual(bar.y);
	}
	expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(768);

	// What only the body accepts is no choice here, and has no key.
	await expect(page.getByRole('group', { name: 'Қызмет түрі' }).getByRole('radio')).toHaveCount(1);

	// The eyes go from the left to the right, and so do the keys.
	await page.getByLabel('Тегі', { exact: true }).focus();
	for (const next of ['Аты', 'Әкесінің аты (болса)', 'Құжатта тегі жоқ', 'Тұрғылықты мекенжайы', 'Байланыс телефоны']) {
		await page.keyboard.press('Tab');
		await expect(page.getByLabel(next, { exact: true })).toBeFocused();
	}
});
