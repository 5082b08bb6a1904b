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
		/** The number behind a word, in groups, whatever signs are between. */
		const numberAfter = (text: string, mark: string) => {
			const at = text.indexOf(mark);
			return at < 0
				? ''
				: text
						.slice(at + mark.length, at + mark.length + 60)
						.replace(/\D/g, '')
						.slice(0, 16);
		};
		new MutationObserver(() => {
			const text = document.querySelector('main')?.innerText ?? '';
			const accepted = numberAfter(text, 'Өтініш нөмірі');
			if (accepted.length === 16) note('accepted', accepted);
			const dispatched = numberAfter(text, 'Тізілім жөнелтілді. Нөмірі:');
			if (dispatched.length === 16) note('dispatched', dispatched);
			const rows = /Қосылды\. Барлығы: (\d+)/.exec(text)?.[1];
			if (rows !== undefined) note('rows', rows);
		}).observe(document, { childList: true, subtree: true, characterData: true });
	});
}
