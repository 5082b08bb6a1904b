import { Gauge, type Registry } from '@prometheus-io/client';
import { type Instant } from '#lib/domain/fact/ids.ts';
import { type Database } from '../store/database.ts';
import { type DeviceFigures, deviceFigures } from './device-figures.ts';
import { type KeepingFigures, keepingFigures } from './keeping-figures.ts';
import { LIMIT_STATES, type WorkFigure, workFigures } from './work-figures.ts';

type Figures = { devices: DeviceFigures; work: readonly WorkFigure[]; keeping: KeepingFigures };

/** Read again at most so often, however many ask. */
const READ_EVERY_MS = 10_000;

const opened = new WeakMap<Database, () => Promise<void>>();

/** The figures of this database, in the registry of its server from their first use on. */
export function operationMetricsOf(db: Database, registry: Registry, dataDir: string): () => Promise<void> {
	const bringUpToDate = opened.get(db) ?? createOperationMetrics(registry, { db, dataDir, now: Date.now });
	opened.set(db, bringUpToDate);
	return bringUpToDate;
}

/**
 * What an operator watches beside the process itself: devices, queues, limits, proof, copies and room. One per registry.
 * @returns brings the figures up to date, before the registry is printed
 */
export function createOperationMetrics(
	registry: Registry,
	{ db, dataDir, now }: { db: Database; dataDir: string; now: () => Instant }
): () => Promise<void> {
	const set = gaugesIn(registry);
	let readAt = -Infinity;
	return async () => {
		const at = now();
		if (Math.abs(at - readAt) < READ_EVERY_MS) return;
		readAt = at;
		const devices = await deviceFigures(db, at);
		set({ devices, work: await workFigures(db, at), keeping: await keepingFigures(db, dataDir, at) });
	};
}

function gaugesIn(registry: Registry): (figures: Figures) => void {
	const gauge = <Label extends string>(name: string, help: string, ...labelNames: Label[]) =>
		new Gauge({ name: `tereze_${name}`, help, labelNames, registers: [registry] });
	const devices = gauge('devices', 'Devices in use');
	const silent = gauge('devices_silent', 'Devices in use that were not heard for more than so many hours', 'hours');
	const wrongClock = gauge('devices_wrong_clock', 'Devices whose clock was wrong by more than five minutes');
	const waiting = gauge('devices_waiting', 'Devices whose last report says that facts wait there');
	const waitingFacts = gauge('device_facts_waiting', 'Facts that wait on devices, by their last reports');
	const waitingFor = gauge(
		'device_queue_oldest_seconds',
		'Since when the longest unheard device with waiting facts was not heard'
	);
	const quarantinedFor = gauge('quarantine_oldest_seconds', 'How long the oldest text is in quarantine');
	const work = gauge(
		'applications_in_work',
		'Applications in work by service and by the limit of their step',
		'service',
		'state'
	);
	const verifiedAt = gauge('verifier_last_run_timestamp_seconds', 'When the verifier last came to an end; 0: never');
	const found = gauge('verifier_places_found', 'Places that did not fit, at the last run of the verifier that ended');
	const backupAt = gauge('backup_last_timestamp_seconds', 'When a whole copy was made last; 0: never');
	const provenAt = gauge('backup_proven_timestamp_seconds', 'When a copy was restored and proven last; 0: never');
	const free = gauge('disk_free_bytes', 'Room on the disk with DATA_DIR');
	const size = gauge('disk_size_bytes', 'Size of the disk with DATA_DIR');
	const database = gauge('database_bytes', 'Size of the database with its log');
	return (figures) => {
		devices.set(figures.devices.inUse);
		for (const { hours, count } of figures.devices.silent) silent.set({ hours: String(hours) }, count);
		wrongClock.set(figures.devices.wrongClock);
		waiting.set(figures.devices.waiting);
		waitingFacts.set(figures.devices.waitingFacts);
		waitingFor.set(figures.devices.waitingFor / 1000);
		setWork(work, figures.work);
		const { keeping } = figures;
		quarantinedFor.set(keeping.quarantinedFor / 1000);
		verifiedAt.set((keeping.verified?.at ?? 0) / 1000);
		found.set(keeping.verified?.found ?? 0);
		backupAt.set((keeping.backup.at ?? 0) / 1000);
		provenAt.set((keeping.backup.provenAt ?? 0) / 1000);
		free.set(keeping.disk.free);
		size.set(keeping.disk.size);
		database.set(keeping.databaseBytes);
	};
}

/** A service whose last application has left is told with zeros no more; each that is there with all states. */
function setWork(work: Gauge<'service' | 'state'>, figures: readonly WorkFigure[]): void {
	work.reset();
	for (const service of new Set(figures.map((figure) => figure.service)))
		for (const state of LIMIT_STATES) work.set({ service, state }, 0);
	for (const { service, state, count } of figures) work.set({ service, state }, count);
}
