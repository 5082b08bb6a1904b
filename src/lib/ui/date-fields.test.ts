import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

describe('days on screens', () => {
	it('T42 no screen has a browser’s own field for days or times', () => {
		const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.svelte'));
		const native = files.filter((name) =>
			/type=["'{`]*(?:date|datetime-local|month|week|time)\b/.test(readFileSync(join('src', name), 'utf8'))
		);
		expect(files.length).toBeGreaterThan(100);
		expect(native).toEqual([]);
	});
});
