import { v7 as uuid } from 'uuid';
import { type ApplicationSummary } from '#lib/domain/application/summary.ts';
import { type FactId } from '#lib/domain/fact/ids.ts';
import { changeNotice } from './change-notice.ts';
import { type DeviceJournal, openJournal } from './device-journal.ts';
import { DexieDeviceStore } from './dexie-store.ts';
import { PROJECTION_VERSION, projectApplication, projectRegister, type RegisterView } from '#lib/law/law.ts';

export const STORE_NAME = 'tereze';

export type Journal = DeviceJournal<ApplicationSummary, RegisterView>;

export const newId = (): FactId => uuid() as FactId;

/** The journal of this browser with the law's projector: page and service worker open this one. */
export function openDeviceJournal(): Promise<Journal> {
	const store = new DexieDeviceStore<ApplicationSummary, RegisterView>({
		name: STORE_NAME,
		version: 2,
		applicationIndexes: '*keys, acceptedAt, touchedAt, due',
		registerIndexes: 'at'
	});
	return openJournal(store, {
		projectionVersion: PROJECTION_VERSION,
		projector: projectApplication,
		registerProjector: projectRegister,
		newId,
		newSalt: () => crypto.randomUUID(),
		random: Math.random,
		now: Date.now,
		// Typed as always there; a page that is not secure has none.
		subtle: crypto.subtle as SubtleCrypto | undefined,
		notice: changeNotice(STORE_NAME)
	});
}
