import { type OrgId } from '#lib/domain/fact/ids.ts';
import { verdictFacts } from '#lib/domain/fact/verdict-facts.ts';
import { flaggedIn, type OfficeFlag, officeFlagsOf } from '#lib/domain/org/flag-acts.ts';
import { readableFacts } from '#lib/law/readable-facts.ts';
import { type ApplicationRow, type DeviceReader, type StoredRegister } from './device-store.ts';

/** What the server flagged of what an office itself did, as this device knows it. Verdicts are rare. */
export async function officeFlagsIn<A extends ApplicationRow, R extends StoredRegister>(
	reader: DeviceReader<A, R>,
	org: OrgId
): Promise<OfficeFlag[]> {
	const said = readableFacts(await reader.ofTypes(Object.keys(verdictFacts))).filter(
		({ subject }) => subject.kind === 'org'
	);
	const about = flaggedIn(said);
	if (about.length === 0) return [];
	return officeFlagsOf([...said, ...readableFacts(await reader.byIds(about))], org);
}
