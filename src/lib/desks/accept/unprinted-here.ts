import { type ApplicationSummary } from '#lib/domain/application/summary.ts';
import { type UnprintedAcceptance, unprintedOf } from '#lib/domain/application/unprinted.ts';
import { type DeviceReader } from '#lib/journal/device-store.ts';
import { readableFacts, type RegisterView } from '#lib/law/law.ts';

/** An acceptance further back than this many records is no news. */
const LATEST = 200;

/** The acceptance that this device recorded last, if its paper was never printed. */
export async function unprintedHere(
	reader: DeviceReader<ApplicationSummary, RegisterView>
): Promise<UnprintedAcceptance | null> {
	const head = await reader.meta('head');
	if (!head) return null;
	const stored = await reader.ownAfterSeq(head.journal, Math.max(0, head.seq - LATEST), LATEST);
	return unprintedOf(readableFacts(stored));
}
