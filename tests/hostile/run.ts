/** `npm run drill -- hostile`: so many generated requests against the built server (`HOSTILE_REQUESTS`, `HOSTILE_SEED`). */
import { join } from 'node:path';
import { buildIfChanged } from '../../src/start/build-if-changed.ts';
import { attack, attackReport } from './attack.ts';
import { startVictim } from './victim.ts';

if (!(await buildIfChanged(join(import.meta.dirname, '../..')))) throw new Error('The program cannot be built');
const requests = Number(process.env['HOSTILE_REQUESTS'] ?? 20_000);
const seed = Number(process.env['HOSTILE_SEED'] ?? 1);
const victim = await startVictim();
try {
	const result = await attack(victim, { requests, seed });
	process.stdout.write(`${attackReport(result)}\n`);
	process.exitCode = result.faults.length > 0 ? 1 : 0;
} finally {
	await victim.stop();
}
