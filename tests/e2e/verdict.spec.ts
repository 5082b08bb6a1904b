import { expect, test } from '@playwright/test';
import { type OrgId } from '#lib/domain/fact/ids.ts';
import { accept } from './support/acts.ts';
import { expectAccessible } from './support/axe.ts';
import { allSent, CENTER_HEAD, deviceAt, WINDOW_1, WINDOW_2 } from './support/desk.ts';
import { OtherDevice } from './support/other-device.ts';
import { OwnServer } from './support/own-server.ts';
import { visit } from './support/visit.ts';
import { REGISTER } from '../support/a-story.ts';
import { groupedNumber } from './support/grouped-number.ts';

let server: OwnServer | undefined;
test.afterEach(() => server?.end());

test('S221 S226 what was done without a right is shown to the head, who settles it; the story says so', async ({
	browser
}) => {
	server = await OwnServer.start();
	const window = await deviceAt(browser, server.origin, WINDOW_1);
	const head = await deviceAt(browser, server.origin, CENTER_HEAD);
	const number = await accept(window, { surname: 'Құқықсызқызы' });
	await allSent(window);
	const other = await OtherDevice.enrol(server.origin, WINDOW_2);
	const rows = [{ paper: number }];
	const office = { kind: 'org', org: 'center-04' as OrgId } as const;
	await other.send(
		[
			{
				type: 'collected',
				subject: { kind: 'register', number: REGISTER },
				body: { rows, window: '1' },
				details: null
			},
			{ type: 'calendarChanged', subject: office, body: { date: '2026-12-31', day: 'dayOff', tell: [] }, details: null }
		],
		'accumulationInspector'
	);

	await visit(head, '/control/discrepancies');
	await expect(head.getByText(/Бұл уақытта осы әрекетке құқығы болмаған: Юсупов/)).toHaveCount(2, { timeout: 20_000 });
	await expectAccessible(head);

	// What happened counts and is confirmed; what needs the author's right has not counted, and is left out. Neither without a word.
	await head
		.getByRole('button', { name: /^Растау/ })
		.first()
		.click();
	const dialog = head.getByRole('dialog');
	await head.keyboard.press('Control+Enter');
	await expect(dialog.getByText('Себебі көрсетілмеген. Қысқаша жазыңыз.')).toBeVisible();
	await dialog.getByLabel('Түсіндірме').fill('Жинақтау бөлімінің орнына өзі әкелді');
	await head.keyboard.press('Control+Enter');
	await expect(head.getByRole('link', { name: groupedNumber(number) })).toHaveCount(0);
	await head.getByRole('button', { name: 'Есепке алмау' }).click();
	await dialog.getByLabel('Түсіндірме').fill('Мұндай бұйрық болған жоқ');
	await expectAccessible(head);
	await head.keyboard.press('Control+Enter');
	await expect(head.getByText(/құқығы болмаған/)).toHaveCount(0);
	await head.reload();
	await expect(head.getByRole('heading', { name: 'Сәйкессіздіктер' })).toBeVisible();
	await expect(head.getByText(/құқығы болмаған/)).toHaveCount(0);
	await visit(head, `/application/${number}`);
	await expect(
		head.getByText('Белгіленген жазба расталды. Себебі: Жинақтау бөлімінің орнына өзі әкелді')
	).toBeVisible();
});
