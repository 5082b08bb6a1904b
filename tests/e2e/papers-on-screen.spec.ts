import { expect, test } from '@playwright/test';
import { accept } from './support/acts.ts';
import { expectAccessible } from './support/axe.ts';
import { signIn, unlock, WINDOW_1, WINDOW_2 } from './support/desk.ts';
import { factsOnDisk } from './support/facts-on-disk.ts';
import { groupedNumber } from './support/grouped-number.ts';
import { visit } from './support/visit.ts';

test('N341 a paper is read on the screen as an accessible page, counts no copy, and a lock takes it away', async ({
	page
}) => {
	await page.addInitScript(() => (window.print = () => undefined));
	await signIn(page, WINDOW_1);
	const number = await accept(page, { surname: 'Экранқызы' });
	const printed = async () => (await factsOnDisk(page)).filter(({ type }) => type === 'printed').length;
	await expect.poll(printed).toBeGreaterThan(0);
	const copies = await printed();

	await page.getByRole('button', { name: 'Экраннан оқу' }).click();
	const reader = page.getByRole('dialog');
	await expect(reader.getByRole('article')).toContainText(groupedNumber(number));
	await expect(reader.getByRole('article')).toContainText('Экранқызы');
	await expectAccessible(page);
	await page.keyboard.press('Escape');
	await expect(reader).toBeHidden();
	await expect(page.getByRole('button', { name: 'Экраннан оқу' })).toBeFocused();

	await visit(page, `/application/${number}`);
	for (const name of ['Қолхат', 'Пакет жапсырмасы', 'Пакеттің қозғалыс парағы']) {
		await page.getByRole('button', { name: `Экраннан оқу: ${name}` }).click();
		await expect(reader.getByRole('article')).toContainText(groupedNumber(number));
		await expectAccessible(page);
		await reader.getByRole('button', { name: 'Жабу' }).last().click();
	}
	expect(await printed()).toBe(copies);

	await page.getByRole('button', { name: 'Экраннан оқу: Қолхат' }).click();
	await expect(reader.getByRole('article')).toBeVisible();
	await page.keyboard.press('F9');
	await unlock(page, WINDOW_2);
	await expect(page.getByText('Экранқызы')).toHaveCount(0);
});
