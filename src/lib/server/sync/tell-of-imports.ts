import { type Fact } from '#lib/domain/fact/fact.ts';
import { type OrgId } from '#lib/domain/fact/ids.ts';
import { isAboutRight } from '#lib/domain/fact/verdict-facts.ts';
import { readableFacts } from '#lib/law/readable-facts.ts';
import { type JournalStore } from '../store/journal-store.ts';
import { appendToStreams } from './deliver.ts';

/**
 * Puts every import of a regulation, and what was said of its right, into the stream of the authority, which makes the next version:
 * a Center told the Centers and bodies alone. Asked again, it adds what is new.
 * @returns how many facts the authority had not been sent
 */
export async function tellOfImports(store: JournalStore, authority: OrgId): Promise<number> {
	return store.write(async (tx) => {
		const facts = readableFacts((await tx.lawFacts()).map(({ fact }) => fact));
		const ids = facts.filter(isOfImport).map(({ id }) => id);
		const there = await tx.delivered(authority, ids);
		const missing = ids.filter((id) => !there.has(id));
		await appendToStreams(tx, new Map([[authority, missing]]));
		return missing.length;
	});
}

const isOfImport = ({ type, body }: Fact): boolean =>
	type === 'regulationImported' || (isAboutRight(type) && 'what' in body && body.what === 'regulationImported');
