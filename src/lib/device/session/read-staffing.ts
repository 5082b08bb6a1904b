import { type OrgId } from '#lib/domain/fact/ids.ts';
import { typesThatFeed } from '#lib/domain/fact/traits.ts';
import { foldStaffing, NO_STAFFING, type Staffing } from '#lib/domain/org/staffing.ts';
import { type Law } from '#lib/domain/regulation/law.ts';
import { type Journal } from '#lib/journal/open-device-journal.ts';
import { readableFacts } from '#lib/law/readable-facts.ts';

/** Who stands in for whom in an org, as this device knows it: it must hold without a line. */
export async function readStaffing(
	journal: Pick<Journal, 'read'>,
	org: OrgId | undefined,
	{ corrections }: Law
): Promise<Staffing> {
	if (!org) return NO_STAFFING;
	const stored = await journal.read((reader) => reader.ofTypes(typesThatFeed('staffing')));
	return foldStaffing(readableFacts(stored), org, corrections);
}
