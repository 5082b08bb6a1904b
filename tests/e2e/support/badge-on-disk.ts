import { type Page } from '@playwright/test';

/** A colleague's badge as a device has it on its disk; one is ready once a PIN opens it. */
export const badgeOnDisk = (page: Page, number: string): Promise<'none' | 'unready' | 'ready'> =>
	page.evaluate(async (staff) => {
		type Kept = { value: { people: { number: string; badge?: { wrapped: unknown } | null }[] } } | undefined;
		for (const { name } of await indexedDB.databases()) {
			const opening = indexedDB.open(name ?? '');
			await new Promise((resolve) => (opening.onsuccess = resolve));
			const database = opening.result;
			const reading = database.objectStoreNames.contains('meta')
				? database.transaction('meta').objectStore('meta').getAll()
				: null;
			if (reading) await new Promise((resolve) => (reading.onsuccess = resolve));
			const kept = (reading?.result ?? []) as Kept[];
			database.close();
			const people = kept.flatMap((each) => each?.value?.people ?? []);
			const badge = people.find((person) => person.number === staff)?.badge;
			if (badge) return badge.wrapped === null ? 'unready' : 'ready';
		}
		return 'none';
	}, number);
