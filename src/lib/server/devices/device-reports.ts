import { type Expression, type ExpressionBuilder } from 'kysely';
import { type DeviceReport } from '#lib/protocol/sync-messages.ts';
import { type Database, type Tables } from '../store/database.ts';
import { transact } from '../store/transact.ts';

/** `waiting`: facts that the device has and the server not yet. */
type Seen = { at: number; waiting: number; report?: DeviceReport | undefined };

export type DeviceReports = {
	/** In memory only: no sync waits for it. */
	note: (device: string, seen: Seen) => void;
	/** Writes what was noted since, one commit for all devices. */
	flush: () => Promise<void>;
};

/** At most so often a device's row is written. */
export const FLUSH_EVERY_MS = 60_000;
/** Rows of one statement: seven columns each, far below the bounds of any database. */
const ROWS_AT_ONCE = 500;

/** When each device was last seen, and what it told of itself. What a report leaves out stays as it was. */
export function createDeviceReports(db: Database, failed: (error: unknown) => void): DeviceReports {
	let noted = new Map<string, Seen>();
	let flushing: Promise<void> = Promise.resolve();

	const write = async (): Promise<void> => {
		const rows = [...noted].map(rowOf);
		noted = new Map();
		if (rows.length === 0) return;
		await transact(db, async (tx) => {
			for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
				await tx
					.insertInto('device_reports')
					.values(rows.slice(from, from + ROWS_AT_ONCE))
					.onConflict((on) => on.column('device').doUpdateSet(newerOf))
					.execute();
		});
	};
	return {
		note: (device, seen) => {
			const before = noted.get(device)?.report;
			const { report = before } = seen;
			noted.set(device, { ...seen, report: report && { ...report, room: report.room ?? before?.room ?? null } });
		},
		// Lost reports are no harm: each device tells anew with its next sync.
		flush: () => (flushing = flushing.then(write).catch(failed))
	};
}

function rowOf([device, { at, waiting, report }]: [string, Seen]): Tables['device_reports'] {
	const { version = null, clockOffsetMs = null, room = null } = report ?? {};
	const { used = null, quota = null } = room ?? {};
	return { device, seen_at: at, waiting, version, clock_offset: clockOffsetMs, used, quota };
}

type Both = ExpressionBuilder<Tables & { excluded: Tables['device_reports'] }, 'device_reports' | 'excluded'>;

function newerOf(eb: Both) {
	const kept = <Column extends 'version' | 'clock_offset' | 'used' | 'quota'>(column: Column) =>
		eb.fn.coalesce(`excluded.${column}`, `device_reports.${column}`) as Expression<Tables['device_reports'][Column]>;
	return {
		seen_at: eb.ref('excluded.seen_at'),
		waiting: eb.ref('excluded.waiting'),
		version: kept('version'),
		clock_offset: kept('clock_offset'),
		used: kept('used'),
		quota: kept('quota')
	};
}
