import { type DeviceReport } from '#lib/protocol/sync-messages.ts';
import { type OwnReport } from './sync-round.ts';

type Room = DeviceReport['room'];
type ReporterPorts = {
	version: string;
	/** `navigator.storage.estimate`, where the browser has it. */
	estimate: (() => Promise<{ usage?: number; quota?: number }>) | undefined;
	/** Local wall clock, ms. */
	now: () => number;
};

/** A browser counts all its files for an answer, so it is not asked at every request. */
const ROOM_IS_NEW_MS = 60_000;

/** What this device tells of itself but its clock. No request waits for it: the room is that of the last answer of the browser. */
export function deviceReporter({ version, estimate, now }: ReporterPorts): () => OwnReport {
	let room: Room = null;
	let askedAt: number | undefined;
	const ask = async (): Promise<void> => {
		const { usage, quota } = (await estimate?.()) ?? {};
		if (usage !== undefined && quota !== undefined) room = { used: Math.round(usage), quota: Math.round(quota) };
	};
	return () => {
		if (askedAt === undefined || Math.abs(now() - askedAt) >= ROOM_IS_NEW_MS) {
			askedAt = now();
			ask().catch(() => undefined);
		}
		return { version, room };
	};
}
