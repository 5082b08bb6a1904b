import { type DecideContext } from '../application/context.ts';
import { onlyBy } from '../application/commands/may-do.ts';
import { allow, refuse, type Verdict } from '../application/refusal.ts';
import { type FactDraft } from '../fact/fact.ts';
import { type Instant } from '../fact/ids.ts';
import { type JournalHead } from '../fact/write-fact.ts';
import { intakeByClock } from '../time/device-clock.ts';

export type ClockSeen = {
	/** The last place of the device's journal. */
	last: Pick<JournalHead, 'journal' | 'seq'>;
	/** The latest time that the device wrote; null where it wrote nothing. */
	latest: Instant | null;
	/** Server time minus the device's, as last reported; 0 where unknown. */
	offsetMs: number;
};

/**
 * A head has checked the clock and allows intake: recorded with the time that the clock showed. It corrects no time. Once another
 * tab has recorded it, there is nothing to allow.
 */
export function allowIntake({ last, latest, offsetMs }: ClockSeen, context: DecideContext): Verdict<FactDraft[]> {
	const { org, now } = context;
	const right = onlyBy('allowIntake', context);
	if (right) return right;
	if (intakeByClock(now, latest).ok) return refuse('clockReleased');
	return allow([
		{
			type: 'clockChecked',
			subject: { kind: 'org', org },
			body: {
				journal: last.journal,
				from: last.seq + 1,
				to: last.seq,
				offsetMs: 0,
				checkedAt: now + offsetMs,
				allowed: { shown: now, latest: latest ?? now }
			},
			details: null
		}
	]);
}
