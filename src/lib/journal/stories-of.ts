import { causesIn } from '../domain/fact/read-fact';
import { type StoredFact } from '../domain/fact/stored-fact';
import { type ApplicationRow, type DeviceReader, type RegisterRow } from './device-store';

type Reads = Pick<DeviceReader<ApplicationRow, RegisterRow>, 'ofApplications' | 'byIds'>;

/**
 * All facts that applications fold from, by number. One that was given a new number folds also from its acceptance, which was
 * written under the old one and is not found by the new.
 */
export async function storiesOf(reader: Reads, numbers: readonly string[]): Promise<Map<string, StoredFact[]>> {
	const stories = await reader.ofApplications(numbers);
	for (const [number, facts] of stories) {
		const held = new Set<string>(facts.map(({ id }) => id));
		const named = facts
			.filter(({ type }) => type === 'renumbered')
			.flatMap(causesIn)
			.filter((id) => !held.has(id));
		if (named.length > 0) stories.set(number, [...facts, ...(await reader.byIds(named))]);
	}
	return stories;
}
