import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DEMO_PEOPLE } from '#lib/server/demo/demo-people.ts';
import { hashPassword } from '#lib/server/people/password.ts';
import { makePinVerifier } from '#lib/protocol/pin.ts';
import { layDemoData } from './support/demo-data.ts';
import { OwnServer } from './support/own-server.ts';

/** The least that the program reads: what a password costs is held by tests of its own. */
const PASSWORD_COST = { memoryKiB: 8, passes: 1, lanes: 1 };
const PIN_ITERATIONS = 100_000;

/**
 * The demonstration's people sign in about a hundred times here, at servers of which each would work out all their passwords anew.
 * That is done once, with passwords that are cheap to check; each hash says itself what it cost.
 */
export default async function globalSetup(): Promise<void> {
	const people = await Promise.all(
		DEMO_PEOPLE.map(async ({ number, password, pin }) => ({
			number,
			password: await hashPassword(password, PASSWORD_COST),
			pin: JSON.stringify(await makePinVerifier(pin, PIN_ITERATIONS))
		}))
	);
	const cheapen = (dataDir: string) => {
		const database = new DatabaseSync(join(dataDir, 'tereze.db'), { timeout: 5000 });
		const save = database.prepare('update people set password = ?, pin = ? where number = ?');
		for (const { number, password, pin } of people) save.run(password, pin, number);
		database.close();
	};
	cheapen(process.env['E2E_DATA']!);
	const server = await OwnServer.start(() => undefined);
	await server.stop();
	cheapen(server.dataDir);
	layDemoData(server.dataDir);
	await server.end();
}
