import { type Page } from '@playwright/test';

/** Everything that is typed and written to the disk on this device, as text. The screen does not say when a letter has got there. */
export function draftsOnDisk(page: Page): Promise<string> {
	return page.evaluate(async () => {
		const texts: string[] = [];
		for (const { name } of await indexedDB.databases()) {
			const opening = indexedDB.open(name ?? '');
			await new Promise((resolve) => (opening.onsuccess = resolve));
			const database = opening.result;
			if (database.objectStoreNames.contains('drafts')) {
				const reading = database.transaction('drafts').objectStore('drafts').getAll();
				await new Promise((resolve) => (reading.onsuccess = resolve));
				texts.push(JSON.stringify(reading.result));
			}
			database.close();
		}
		return texts.join('');
	});
}
