import { type Limit } from '#lib/domain/regulation/route.ts';
import { type DueContext, dueDateOf, dueOf } from '#lib/domain/time/due.ts';
import { ALMATY } from '#lib/domain/time/zone.ts';
import { calendar, directory, regulations } from '#lib/law/catalog.ts';
import { listRoutes } from '#lib/law/route-list.ts';

export type LawLimit = { name: string; limit: Limit; context: DueContext };

/** Every limit that a step of the eight regulations has, with the hours and rounds of the organisation that does it. */
export function limitsOfTheLaw(): LawLimit[] {
	const { officeHours, slots } = directory;
	return listRoutes(regulations).flatMap(({ regulation, entry, steps }) =>
		steps.flatMap(({ fact, unit, limit }) => {
			if (limit === null) return [];
			const inCenter = unit === 'centerInspector' || unit === 'accumulationInspector';
			const hours = officeHours[inCenter ? 'center' : regulation.officeHours];
			const rounds = fact === 'collected' ? slots.collect : slots.dispatch;
			const context = { zone: ALMATY, hours, calendar, slots: rounds };
			return [{ name: `${regulation.number} ${entry} ${fact}`, limit, context }];
		})
	);
}

/** Nine hours and seven minutes apart, so that every hour of a day comes; around the change of the clocks of 2024, too. */
function starts(): number[] {
	const step = 9 * 3_600_000 + 7 * 60_000;
	const from = [Date.UTC(2012, 11, 28), Date.UTC(2024, 1, 27), Date.UTC(2026, 2, 18), Date.UTC(2027, 11, 1)];
	return from.flatMap((first) => Array.from({ length: 12 }, (_, index) => first + index * step));
}

/** When each limit is due for many starts: instant and date. */
export function duesOfTheLaw(): string[] {
	return limitsOfTheLaw().flatMap(({ name, limit, context }) =>
		starts().map((start) => `${name} ${start}: ${dueOf(limit, start, context)} ${dueDateOf(limit, start, context)}`)
	);
}
