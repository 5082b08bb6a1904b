import { writeFileSync } from 'node:fs';
import { it, expect } from 'vitest';
import { simulate } from './simulate.ts';
it('look', async () => {
	writeFileSync('/tmp/sim/trace.txt', '');
	const a = await simulate(Number(process.env['ZS']), 'memory', 160, 'body', true, true);
	expect(a.broken).toEqual([]);
}, 600000);
