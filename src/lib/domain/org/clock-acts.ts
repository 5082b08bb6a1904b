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
	/** Server time minus the device's, as last heard; 0 where nothing was heard. */
	offsetMs: number;
};

/**
 * A head has looked at the clock and lets the intake go on: that is kept, with what the clock showed. No time is moved by it. Once
 * another tab has let it go on, there is nothing to allow.
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
