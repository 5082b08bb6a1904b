import { type Page } from '@playwright/test';

export type FactOnDisk = {
	id: string;
	journal: string;
	seq: number;
	type: string;
	applications: string[];
	own?: string;
};

/** Every fact that this device holds, as its rows lie on the disk. */
export function factsOnDisk(page: Page): Promise<FactOnDisk[]> {
	return page.evaluate(async () => {
		const opening = indexedDB.open('tereze');
		await new Promise((resolve) => (opening.onsuccess = resolve));
		const database = opening.result;
		const reading = database.transaction('facts').objectStore('facts').getAll();
		await new Promise((resolve) => (reading.onsuccess = resolve));
		database.close();
		return (reading.result as FactOnDisk[]).map(({ id, journal, seq, type, applications, own }) => ({
			id,
			journal,
			seq,
			type,
			applications,
			...(own === undefined ? {} : { own })
		}));
	});
}
