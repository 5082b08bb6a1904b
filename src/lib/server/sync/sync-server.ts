import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { v7 as uuid } from 'uuid';
import { type FactId, type OrgId } from '#lib/domain/fact/ids.ts';
import { type Law } from '#lib/domain/regulation/law.ts';
import { PROJECTION_VERSION, projectApplication } from '#lib/law/law.ts';
import { type ContextVersions, createContextVersions } from '../devices/context-versions.ts';
import { createDeviceReports, type DeviceReports, FLUSH_EVERY_MS } from '../devices/device-reports.ts';
import { readContext } from '../devices/read-context.ts';
import { type Epoch, openEpoch } from '../epoch/epoch.ts';
import { projectedRow } from '../reports/projected-row.ts';
import { settleRotation } from '../people/rotate-secret.ts';
import { openLog } from '../operation/open-log.ts';
import { secretFor } from '../people/secret-for.ts';
import { type ServerSecret } from '../people/server-secret.ts';
import { settingsNow } from '../settings/read-settings.ts';
import type { Database } from '../store/database.ts';
import { isPostgres, placeOf } from '../store/engine.ts';
import { type JournalStore, type Projector } from '../store/journal-store.ts';
import { createKyselyJournalStore } from '../store/kysely-journal-store.ts';
import { listenToOthers, tellOthers } from '../store/news.ts';
import { type ReportReads } from '../store/report-store.ts';
import { openRegistry, type OpenRegistry } from '../registry/open-registry.ts';
import { registryMirror } from '../registry/registry-mirror.ts';
import { followOthers } from './follow-others.ts';
import { lawInStore } from './law-in-store.ts';
import { enrolledWith } from '../verdicts/keyed-journals.ts';
import { createJudging } from '../verdicts/judging.ts';
import { createJudgingAgain } from '../verdicts/judging-again.ts';
import { createProjecting } from './projecting.ts';
import { retryQuarantine } from './quarantine.ts';
import { rebuildProjection } from './rebuild-projection.ts';
import { createReceiver, type Receiver } from './receive.ts';
import { createSyncMetrics, type SyncMetrics } from './sync-metrics.ts';
import { tellOfImports } from './tell-of-imports.ts';
import { unfittingJudge } from './unfitting-facts.ts';
import { createWakeHub, type WakeHub } from './wake-hub.ts';

/** Requests gather this long before they share a commit: less than anybody notices, enough for many hands. */
const GATHER_MS = 2;
/** Longer than a device takes between two pushes of a drain: the rows for search must not take its processor. */
const SEARCH_WAITS_MS = 1000;

/** How often the registry is compared with the database, which the terminal writes to, too. */
const FOLLOW_MS = 5000;

/** How often a restored server looks at its quarantine again. */
const RETRY_MS = 10 * 60_000;

export type SyncServer = {
	store: JournalStore;
	receiver: Receiver;
	/** Rows of the projection, with all that was taken before the question. */
	search: JournalStore['findApplications'];
	/** The store for reports, when all that was taken before the question is in the projection. */
	reports: () => Promise<ReportReads>;
	/** The law by which reports are made: as far as what was taken is in the projection. */
	law: () => Law;
	epoch: Epoch;
	hub: WakeHub;
	metrics: SyncMetrics;
	registry: OpenRegistry;
	contexts: ContextVersions;
	deviceReports: DeviceReports;
	/** People, PINs or passwords of an org changed: its devices ask for its context. */
	peopleChanged: (org: OrgId) => void;
	secret: ServerSecret;
};

const servers = new WeakMap<Database, Promise<SyncServer>>();

/** The sync server on this database, opened at its first use. `folder` holds the epoch's file, outside the database. */
export function syncServerOf(db: Database, folder = settingsNow().dataDir): Promise<SyncServer> {
	const opened = servers.get(db) ?? open(db, folder);
	servers.set(db, opened);
	return opened;
}

/** The row for lists, search and reports, with the same fold as on the devices. */
export const projector: Projector = (number, facts, law) => projectedRow(projectApplication(number, facts, law));

async function open(db: Database, folder: string): Promise<SyncServer> {
	const log = openLog('sync');
	const self = uuid();
	const lost = (): void => {
		log.error('The database lacks what was committed in it: a new epoch begins, and devices send again');
		void epoch.noteLoss().catch((error: unknown) => log.error({ err: error }, 'The new epoch was not stored'));
	};
	const store = createKyselyJournalStore(db, { self, lost });
	const isShared = isPostgres(db);
	const epoch = await openEpoch(store, { file: join(folder, 'epoch'), newEpoch: uuid, now: Date.now, isShared });
	await settleRotation(db, join(folder, 'secret'));
	const secret = await secretFor(db, join(folder, 'secret'));
	const noteProgress = (): void =>
		void epoch.noteProgress().catch((error: unknown) => log.error({ err: error }, 'The epoch file cannot be written'));
	const hub = createWakeHub();
	const metrics = createSyncMetrics(hub.listeners);
	let law = await lawInStore(store);
	const contexts = createContextVersions({
		read: (org) => readContext(db, org, { at: Date.now(), law }),
		now: Date.now,
		failed: (error) => log.info({ err: error }, 'The context of an org cannot be read')
	});
	const projecting = createProjecting(store, projector, {
		quietMs: SEARCH_WAITS_MS,
		pause: wait,
		isBusy: () => receiver.isBusy(),
		failed: (error) => log.error({ err: error }, 'The projection is behind'),
		lawChanged: (changed) => {
			law = changed;
			contexts.changed();
		}
	});
	const registry = await openRegistry(db, store, {
		mirror: registryMirror(join(folder, 'registry')),
		isRestored: epoch.isRestored(),
		now: Date.now,
		newId: () => uuid() as FactId,
		law: () => law,
		onCommitted: (orgs) => {
			contexts.changed();
			hub.wake(orgs);
			projecting.arrived();
			judgingAgain.poke();
		},
		log
	});
	await tellOfImports(store, law.directory.authority.id);
	const judging = createJudging({
		registry: registry.current,
		registryFacts: registry.count,
		follow: registry.followIn,
		isRestored: epoch.isRestored,
		asked: () => judgingAgain.poke()
	});
	const judgingAgain = createJudgingAgain(store, judging, {
		now: Date.now,
		pause: wait,
		isBusy: () => receiver.isBusy(),
		said: (orgs) => {
			hub.wake(orgs);
			projecting.arrived();
			noteProgress();
		},
		failed: (error) => log.error({ err: error }, 'Facts could not be judged again')
	});
	const deviceReports = createDeviceReports(db, (error) =>
		log.warn({ err: error }, 'Reports of devices were not written')
	);
	const flushing = setInterval(() => void deviceReports.flush(), FLUSH_EVERY_MS).unref();
	const unfittingFacts = unfittingJudge(() => law);
	const receiver = createReceiver(store, {
		now: Date.now,
		epoch: epoch.current,
		relaysAreAsked: epoch.isRestored,
		writerOf: (journal) => enrolledWith(registry.current().devices, journal),
		projector,
		judging,
		log,
		gather: () => wait(GATHER_MS),
		onCommitted: ({ orgs, requests, facts }) => {
			for (const each of unfittingFacts(facts)) {
				metrics.unfitting.inc({ type: each.type, role: each.role });
				log.warn(each, 'No act of this role writes such a fact');
			}
			metrics.groups.observe(requests);
			hub.wake(orgs);
			projecting.arrived();
			noteProgress();
		}
	});
	const pause = () => wait(0);
	// In the background: search is behind for a while, sync is not.
	const retry = () =>
		retryQuarantine(store, { now: Date.now, projector, judging, pause, relaysAreAsked: epoch.isRestored })
			.then(judgingAgain.poke)
			.catch((error: unknown) => log.error({ err: error }, 'The quarantine could not be tried again'));
	void retry();
	// After a restore what was not believed of a relay may have come from its own device, or its parties be known.
	const retrying = setInterval(() => void (epoch.isRestored() && retry()), RETRY_MS).unref();
	rebuildProjection(store, projector, PROJECTION_VERSION, pause).catch((error: unknown) =>
		log.error({ err: error }, 'The projection could not be rebuilt')
	);
	const following = setInterval(() => void registry.follow().catch(() => undefined), FOLLOW_MS).unref();
	// What a crash left behind.
	projecting.arrived();
	judgingAgain.poke();
	const hear = followOthers({
		...{ store, hub, followRegistry: registry.follow },
		peopleChanged: (org) => contexts.changed(org ?? undefined),
		arrived: () => {
			projecting.arrived();
			judgingAgain.poke();
		},
		lawChanged: (changed) => {
			law = changed;
			contexts.changed();
		},
		failed: (error) => log.warn({ err: error }, 'What others have written could not be read')
	});
	const place = placeOf(db);
	const stopListening = place.kind === 'postgres' ? listenToOthers(place.url, self, hear) : () => undefined;
	// Sent by the adapter when the last request is answered.
	process.once('sveltekit:shutdown', () => {
		clearInterval(retrying);
		clearInterval(following);
		clearInterval(flushing);
		stopListening();
		projecting.stop();
		judgingAgain.stop();
		void epoch.close().catch(() => undefined);
	});
	const search: SyncServer['search'] = async (filter) => {
		await projecting.caughtUp();
		return store.findApplications(filter);
	};
	const reports = async (): Promise<ReportReads> => {
		await projecting.caughtUp();
		return store;
	};
	const peopleChanged = (org: OrgId): void => {
		contexts.changed(org);
		hub.wake([org]);
		void tellOthers(db, self, { what: 'people', orgs: [org] }).catch((error: unknown) =>
			log.warn({ err: error }, 'Other processes learn later that people changed')
		);
	};
	return {
		store,
		receiver,
		search,
		reports,
		law: () => law,
		epoch,
		hub,
		metrics,
		registry,
		contexts,
		deviceReports,
		peopleChanged,
		secret
	};
}
