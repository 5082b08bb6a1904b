import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Role, RoleSchema } from '#lib/domain/fact/ids.ts';
import { STEP_TASKS, type TaskKind } from '#lib/domain/tasks/task.ts';
import { menuOf } from './menu.ts';
import { SCREENS } from './screens.ts';
import { placeOfTask } from './task-place.ts';

const PAGES = join(import.meta.dirname, '../../routes/(staff)');

describe('the screens', () => {
	it('D104 each has a page at its address, and no other has the same', () => {
		const hrefs = Object.values(SCREENS).map(({ href }) => href);
		expect(new Set(hrefs).size).toBe(hrefs.length);
		expect(hrefs.filter((href) => !existsSync(join(PAGES, href, '+page.svelte')))).toEqual([]);
	});

	it.each<Role>([...RoleSchema.options])('D104 no key opens two screens for %s', (role) => {
		const keys = menuOf(role).flatMap(({ key }) => key?.keys ?? []);
		expect(keys).toContain('F1');
		expect(new Set(keys).size).toBe(keys.length);
	});

	it('K8 each step of the route is done on a screen of somebody', () => {
		const isSomewhere = (kind: TaskKind) =>
			RoleSchema.options.some(
				(role) => placeOfTask({ kind, number: null, draft: null }, role) !== SCREENS.dayBook.href
			);
		expect(Object.values(STEP_TASKS).filter((kind) => !isSomewhere(kind))).toEqual([]);
	});

	it('K8 what the clerk records is entered at their desk, and at the ledger where an executor keeps it', () => {
		const about = { kind: 'record', number: null, draft: null } as const;
		expect(placeOfTask(about, 'chancery')).toBe('/body/desk?part=results');
		expect(placeOfTask(about, 'executor')).toBe('/body/ledger?part=record');
	});
});
