import { drillTwoServers } from './two-servers.ts';

// `npm run drill -- postgres`: prints one line of JSON, and ends with 1 where anything was lost or doubled.
const number = (name: string, otherwise: number): number => Number(process.env[name] ?? otherwise);
const drilled = await drillTwoServers({
	faults: number('FAULTS', 50),
	devices: number('DEVICES', 12),
	seed: number('SEED', 1),
	port: number('PORT', 28_400)
});
process.stdout.write(`${JSON.stringify(drilled)}\n`);
process.exitCode = drilled.lost + drilled.doubled + drilled.failures.length === 0 ? 0 : 1;
