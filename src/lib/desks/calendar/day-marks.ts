import { type DayReason } from '#lib/domain/org/calendar-year.ts';

/**
 * The signs of days on a 16 × 16 ground, stroke only but where `filled`: each kind has a silhouette of its own, so that nothing is
 * told by colour alone. A plain working day has none.
 */
export const dayMarks: Readonly<Record<Exclude<DayReason, 'weekday'>, { path: string; filled: boolean }>> = {
	/** A bar. */
	weekend: { path: 'M4 8h8', filled: false },
	/** A star. */
	holiday: { path: 'M8 1l2.1 4.6 5 .5-3.8 3.3 1.1 4.9L8 11.8l-4.4 2.5 1.1-4.9L.9 6.1l5-.5z', filled: true },
	/** A ring. */
	substitute: { path: 'M8 3a5 5 0 1 0 0 10A5 5 0 0 0 8 3z', filled: false },
	/** An arrow out of the day. */
	transferOff: { path: 'M2 8h11M9 4l4 4-4 4', filled: false },
	/** An arrow onto a line: the work came here. */
	transferWorked: { path: 'M8 2v7M4.5 6 8 9.5 11.5 6M3 13h10', filled: false },
	/** A cross. */
	setOff: { path: 'M4 4l8 8M12 4l-8 8', filled: false },
	/** A tick. */
	setWorked: { path: 'M3 8.5l3.5 3.5L13 4.5', filled: false }
};

export const DAY_REASONS: readonly DayReason[] = [
	'weekday',
	'weekend',
	'holiday',
	'substitute',
	'transferOff',
	'transferWorked',
	'setOff',
	'setWorked'
];
