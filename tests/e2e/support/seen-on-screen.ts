import { type BrowserContext } from '@playwright/test';

/** What a screen has said of what it saved, in its order; it outlives the browser that said it. */
export type SeenOnScreen = { accepted: string[]; dispatched: string[]; rows: number };

/** Notes in this process, the moment that it is shown, what a person would rely on: numbers given, rows added, lists dispatched. */
export async function noteOnScreen(context: BrowserContext, seen: SeenOnScreen): Promise<void> {
	await context.exposeFunction('noteShown', (kind: 'accepted' | 'dispatched' | 'rows', text: string) => {
		if (kind === 'rows') seen.rows = Number(text);
		else if (!seen[kind].includes(text)) seen[kind].push(text);
	});
	await context.addInitScript(() => {
		const note = (kind: string, text: string) =>
			void (window as unknown as { noteShown: (kind: string, text: string) => Promise<void> }).noteShown(kind, text);
		const first16 = (text: string) => text.replace(/\D/g, '').slice(0, 16);
		new MutationObserver(() => {
			const text = document.querySelector('main')?.innerText ?? '';
			const accepted = /Өтініш нөмірі([\d\s]+)/.exec(text)?.[1];
			if (accepted !== undefined && first16(accepted).length === 16) note('accepted', first16(accepted));
			const dispatched = /Тізілім жөнелтілді\. Нөмірі:([\d\s]+)/.exec(text)?.[1];
			if (dispatched !== undefined && first16(dispatched).length === 16) note('dispatched', first16(dispatched));
			const rows = /Қосылды\. Барлығы: (\d+)/.exec(text)?.[1];
			if (rows !== undefined) note('rows', rows);
		}).observe(document, { childList: true, subtree: true, characterData: true });
	});
}
