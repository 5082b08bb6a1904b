import { v7 as uuid } from 'uuid';
import { type FactId } from '#lib/domain/fact/ids.ts';
import { type RegistryBy, type RegistryServer } from '../registry/registry-server.ts';

type Shown = { device: string; key: string; anew: boolean };

/**
 * Records the key that a device has shown. The server's journal says it, so that neither a restore nor a changed row puts another one
 * in its place. @returns whether the device has this key now
 */
export async function recordKey(
	registry: Pick<RegistryServer, 'current' | 'act'>,
	{ device, key, anew }: Shown,
	by: RegistryBy
): Promise<boolean> {
	const hasIt = () => registry.current().devices.get(device)?.key === key;
	if (hasIt()) return true;
	const command = { kind: 'setDeviceKey', device, key, anew } as const;
	await registry.act({ id: uuid() as FactId, commands: [command] }, by);
	return hasIt();
}
