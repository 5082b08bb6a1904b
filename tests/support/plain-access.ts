import { type DeviceAccess } from '#lib/sync/device-access.ts';

/** A device that has its token and no key; null: not even that. */
export const plainAccess = (token: string | null = 'secret'): DeviceAccess => ({
	authorization: async () => (token === null ? null : `Device ${token}`),
	admit: async () => false
});
