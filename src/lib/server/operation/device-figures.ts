import { type Instant } from '#lib/domain/fact/ids.ts';
import { CLOCK_TOLERANCE_MS } from '#lib/domain/time/device-clock.ts';
import { type Database } from '../store/database.ts';

/** Since how many hours nothing was heard of a device, as it is counted. */
const SILENT_HOURS = [1, 4, 24, 72] as const;
const HOUR_MS = 3_600_000;

/** Devices that are in use: neither revoked nor replaced. */
export type DeviceFigures = {
	inUse: number;
	/** By hours of `SILENT_HOURS`; whoever is silent for a day is so for an hour, too. */
	silent: { hours: number; count: number }[];
	/** Devices whose last report says that facts wait on them. */
	waiting: number;
	/** Facts that wait on devices, by their last reports. */
	waitingFacts: number;
	/** Since when the longest unheard of those devices was not heard, ms; what waits there is older. 0 where nothing waits. */
	waitingFor: number;
	wrongClock: number;
};

/** What the devices last told of themselves, counted; nobody's number or name. */
export async function deviceFigures(db: Database, now: Instant): Promise<DeviceFigures> {
	const rows = await db
		.selectFrom('devices')
		.leftJoin('device_reports', 'device_reports.device', 'devices.id')
		.where('devices.revoked_at', 'is', null)
		.select(({ fn, ref }) => [
			fn.coalesce(ref('device_reports.seen_at'), ref('devices.registered_at')).as('seen'),
			'device_reports.waiting as waiting',
			'device_reports.clock_offset as offset'
		])
		.execute();
	const ages = rows.map(({ seen }) => now - Number(seen));
	const waiting = rows.filter((row) => Number(row.waiting ?? 0) > 0);
	return {
		inUse: rows.length,
		silent: SILENT_HOURS.map((hours) => ({ hours, count: ages.filter((age) => age > hours * HOUR_MS).length })),
		waiting: waiting.length,
		waitingFacts: waiting.reduce((sum, row) => sum + Number(row.waiting), 0),
		waitingFor: waiting.reduce((most, row) => Math.max(most, now - Number(row.seen)), 0),
		wrongClock: rows.filter(({ offset }) => Math.abs(Number(offset ?? 0)) > CLOCK_TOLERANCE_MS).length
	};
}
