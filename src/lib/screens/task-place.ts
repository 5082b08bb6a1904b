import { type Role } from '#lib/domain/fact/ids.ts';
import { type Task } from '#lib/domain/tasks/task.ts';
import { menuOf } from './menu.ts';
import { SCREENS } from './screens.ts';

/** Where a task is done: the screen of its role, or the application's own page where it is about one that nobody here can move. */
export function placeOfTask({ kind, number, draft }: Pick<Task, 'kind' | 'number' | 'draft'>, role: Role): string {
	for (const { href, tasks } of menuOf(role)) {
		const place = tasks?.[kind];
		if (!place || place.by?.includes(role) === false) continue;
		if (draft) return `${href}?draft=${encodeURIComponent(draft)}`;
		if (place.each && number) return `${href}/${number}`;
		return place.part ? `${href}?part=${place.part}` : href;
	}
	return number ? `/application/${number}` : SCREENS.dayBook.href;
}
