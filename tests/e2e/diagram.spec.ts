import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { accept } from './support/acts.ts';
import { signIn, WINDOW_1 } from './support/desk.ts';
import { visit } from './support/visit.ts';

test('the diagram of an application is saved as an SVG file that stands alone', async ({ page }) => {
	await page.addInitScript(() => (window.print = () => undefined));
	await signIn(page, WINDOW_1);
	const number = await accept(page);
	await visit(page, `/application/${number}`);
	await page.getByText('Процесс сызбасы: өтініш қазір қайда').click();
	const coming = page.waitForEvent('download');
	await page.getByRole('button', { name: 'SVG түрінде жүктеп алу' }).click();
	const download = await coming;
	expect(download.suggestedFilename()).toBe(`child-benefit-under-18-v1-center-${number}-kk.svg`);

	const file = readFileSync(await download.path(), 'utf8');
	// Read where no policy of ours keeps a text from becoming a document.
	const elsewhere = await page.context().newPage();
	const { root, title, words, foreign } = await elsewhere.evaluate((file) => {
		const { documentElement: svg } = new DOMParser().parseFromString(file, 'image/svg+xml');
		return {
			root: `${svg.namespaceURI} ${svg.localName}`,
			title: svg.querySelector('title')?.textContent ?? '',
			words: [...svg.querySelectorAll('text')].map(({ textContent }) => textContent).join(' '),
			foreign: svg.querySelectorAll('script, style, image, foreignObject, [href], [style*="var("]').length
		};
	}, file);
	expect(root, 'well-formed').toBe('http://www.w3.org/2000/svg svg');
	expect(title).toContain('Балаларға жәрдемақы');
	expect(foreign, 'nothing outside the file is needed').toBe(0);
	const drawn = words.replace(/\s+/gu, ' ');
	const steps = [
		'Құжат қабылдау',
		'Журналға қол қою',
		'Құжаттарды қабылдап, тіркеу',
		'Осында',
		'30 мин',
		'10 жұмыс күні'
	];
	for (const step of steps) expect(drawn).toContain(step);
});
