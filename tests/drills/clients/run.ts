import { numberOf, printDrilled } from '../drilled.ts';
import { manyWindows } from './many-windows.ts';

// `npm run drill -- clients`: the windows of the country, a fact a minute each.
const options = {
	windows: numberOf('CLIENTS', 3000),
	seconds: numberOf('CLIENT_SECONDS', 300),
	everyMs: numberOf('CLIENT_EVERY_MS', 60_000),
	seed: numberOf('SEED', 1),
	port: numberOf('CLIENTS_PORT', 28_430)
};
printDrilled([await manyWindows({ ...options, onPostgres: process.env['CLIENTS_ON'] === 'postgres' })]);
