/** How the browser keeps what is written here. */
export type StorageHealth = {
	/** False: the browser may clear the store when the disk is short; everything still works. */
	persisted: boolean;
	usedBytes: number | null;
	quotaBytes: number | null;
	/** Used share, 0…1; null where the browser does not report it. */
	share: number | null;
	/** From 80 %: warn before work is affected. */
	warn: boolean;
	/** New intake stops before the disk is full, so that work in progress can be finished. */
	canTakeIntake: boolean;
};

const WARN_AT = 0.8;
const STOP_AT = 0.95;
/** Room that work in progress still needs: more than a day of facts. */
const RESERVE_BYTES = 20 * 1024 * 1024;

/** Asks for persistent storage and measures the room. Never throws: a browser without this API is no reason to stop work. */
export async function storageHealth(
	storage: Partial<Pick<StorageManager, 'persist' | 'persisted' | 'estimate'>> | undefined
): Promise<StorageHealth> {
	const persisted = await quietly(async () => (await storage?.persisted?.()) || (await storage?.persist?.()), false);
	const { usage, quota } = await quietly(async () => storage?.estimate?.(), {});
	const known = usage !== undefined && quota !== undefined && quota > 0;
	const share = known ? usage / quota : null;
	const full = known && (usage / quota >= STOP_AT || quota - usage < RESERVE_BYTES);
	return {
		persisted,
		usedBytes: usage ?? null,
		quotaBytes: quota ?? null,
		share,
		warn: full || (share !== null && share >= WARN_AT),
		canTakeIntake: !full
	};
}

async function quietly<T>(ask: () => Promise<T | undefined>, otherwise: T): Promise<T> {
	try {
		return (await ask()) ?? otherwise;
	} catch {
		return otherwise;
	}
}
