import { numberOf, printDrilled } from '../drilled.ts';
import { killOneServer, killTwoServers } from './kill-servers.ts';

// `npm run drill -- kill`: the server is killed 200 times on SQLite and 50 times, with its database, on PostgreSQL, under load.
const load = { devices: numberOf('DEVICES', 12), seed: numberOf('SEED', 1), port: numberOf('KILL_PORT', 28_400) };
printDrilled([
	await killOneServer({ ...load, faults: numberOf('KILLS_ON_SQLITE', 200) }),
	await killTwoServers({ ...load, faults: numberOf('KILLS_ON_POSTGRES', 50) })
]);
