/**
 * What a person of this device has been told: how many journals were sealed here, the server's epoch, and in how many journals the server
 * contradicted what it had told before.
 */
export type Told = { sealed: number; epoch: string | null; contradicted: number };
export type DeviceNewsKind = 'forked' | 'serverRestored' | 'contradicted';

export const NOTHING_TOLD: Told = { sealed: 0, epoch: null, contradicted: 0 };

/** What happened since. The first epoch that a device hears of is no restore. */
export function newsOf(told: Told, now: Told): DeviceNewsKind[] {
	const forked = now.sealed > told.sealed;
	const restored = told.epoch !== null && now.epoch !== null && now.epoch !== told.epoch;
	return [
		...(now.contradicted > told.contradicted ? (['contradicted'] as const) : []),
		...(forked ? (['forked'] as const) : []),
		...(restored ? (['serverRestored'] as const) : [])
	];
}

/** What counts as told from now on, without anybody having pressed anything: an epoch heard for the first time. */
export function quietly(told: Told, now: Told): Told {
	return { ...told, epoch: told.epoch ?? now.epoch };
}

/** What counts as told once one of them was read. */
export function heardOf(kind: DeviceNewsKind, told: Told, now: Told): Told {
	switch (kind) {
		case 'forked':
			return { ...told, sealed: now.sealed };
		case 'serverRestored':
			return { ...told, epoch: now.epoch };
		case 'contradicted':
			return { ...told, contradicted: now.contradicted };
	}
}

/** Reads what was kept; anything unreadable is as if nothing had been told. */
export function readTold(text: string | null): Told {
	try {
		const { sealed, epoch, contradicted } = JSON.parse(text ?? '{}') as Partial<Told>;
		return {
			sealed: typeof sealed === 'number' ? sealed : 0,
			epoch: typeof epoch === 'string' ? epoch : null,
			contradicted: typeof contradicted === 'number' ? contradicted : 0
		};
	} catch {
		return NOTHING_TOLD;
	}
}
