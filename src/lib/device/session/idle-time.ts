/** A moment by two clocks of the device: `wall` can be set, `steady` may stand still while the machine sleeps. Both ms. */
export type Moment = { wall: number; steady: number };

/**
 * How long nobody has touched the device. Of two clocks the one that says more is believed: asleep, `performance.now()` stops on some
 * systems (https://github.com/w3c/hr-time/issues/115), and a wall clock that was set back would hide an absence.
 */
export const idleMs = (last: Moment, now: Moment): number =>
	Math.max(0, now.wall - last.wall, now.steady - last.steady);
