/** What a person of this device has been told: how many journals were sealed here, and the server's epoch. */
export type Told = { sealed: number; epoch: string | null };
export type DeviceNewsKind = 'forked' | 'serverRestored';

export const NOTHING_TOLD: Told = { sealed: 0, epoch: null };

/** What happened since. The first epoch that a device hears of is no restore. */
export function newsOf(told: Told, now: Told): DeviceNewsKind[] {
	const forked = now.sealed > told.sealed;
	const restored = told.epoch !== null && now.epoch !== null && now.epoch !== told.epoch;
	return [...(forked ? (['forked'] as const) : []), ...(restored ? (['serverRestored'] as const) : [])];
}

/** What counts as told from now on, without anybody having pressed anything: an epoch heard for the first time. */
export function quietly(told: Told, now: Told): Told {
	return { sealed: told.sealed, epoch: told.epoch ?? now.epoch };
}

/** What counts as told once one of them was read. */
export function heardOf(kind: DeviceNewsKind, told: Told, now: Told): Told {
	return kind === 'forked' ? { ...told, sealed: now.sealed } : { ...told, epoch: now.epoch };
}

/** Reads what was kept; anything unreadable is as if nothing had been told. */
export function readTold(text: string | null): Told {
	try {
		const { sealed, epoch } = JSON.parse(text ?? '{}') as Partial<Told>;
		return {
			sealed: typeof sealed === 'number' ? sealed : 0,
			epoch: typeof epoch === 'string' ? epoch : null
		};
	} catch {
		return NOTHING_TOLD;
	}
}
