import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { attack, attackReport } from '../hostile/attack.ts';
import { EXAMPLES } from '../hostile/examples.ts';
import { startVictim } from '../hostile/victim.ts';

/** `npm run drill -- hostile` sends four times as many. */
const REQUESTS = 5000;
const MOST_MEMORY_MIB = 600;

test('N85 no hostile request ends the server, makes it fail, keeps it long or fills its memory', async () => {
	test.setTimeout(240_000);
	const victim = await startVictim();
	try {
		const result = await attack(victim, { requests: REQUESTS, seed: 1 });
		process.stdout.write(`${attackReport(result)}\n`);
		expect(result.faults).toEqual([]);
		expect(result.sent).toBe(REQUESTS);
		expect(result.memoryMiB.highest).toBeLessThan(MOST_MEMORY_MIB);
		// Most of it must come as far as the endpoints' own checks, and some of it through them.
		for (const status of ['200', '400', '401', '404', '413', '416']) expect(result.statuses[status]).toBeGreaterThan(5);
	} finally {
		await victim.stop();
	}
});

test('N85 every endpoint has an example that hostile requests are made from', () => {
	const routes = join(import.meta.dirname, '../../src/routes');
	const tried = EXAMPLES.map(({ method, path, route }) => `${method} ${route ?? path.split('?')[0]}`);
	const served = readdirSync(routes, { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('+server.ts'))
		.flatMap((file) => {
			const text = readFileSync(join(routes, file), 'utf8');
			const methods = [...text.matchAll(/export const (GET|POST|PUT|PATCH|DELETE)\b/g)];
			return methods.map(([, method]) => `${method} /${dirname(file)}`);
		});
	expect(served.filter((endpoint) => !tried.includes(endpoint))).toEqual([]);
});
