import { type DecideContext } from '../application/context';
import { allow, refuse, type Verdict } from '../application/refusal';
import { type FactDraft } from '../fact/fact';
import { type Instant, type Role } from '../fact/ids';
import { type JournalHead } from '../fact/write-fact';

/** Who may let the intake go on by a clock that is behind. */
export const RELEASED_BY: readonly Role[] = ['centerHead', 'head'];

export type ClockSeen = {
	/** The last place of the device's journal. */
	last: Pick<JournalHead, 'journal' | 'seq'>;
	/** The latest time that the device wrote; null where it wrote nothing. */
	latest: Instant | null;
	/** Server time minus the device's, as last heard; 0 where nothing was heard. */
	offsetMs: number;
};

/** A head has looked at the clock and lets the intake go on: their word is kept, with what the clock showed. No time is moved by it. */
export function allowIntake({ last, latest, offsetMs }: ClockSeen, context: DecideContext): Verdict<FactDraft[]> {
	const { role, org, now } = context;
	if (!RELEASED_BY.includes(role)) return refuse('noRight', { role: 'centerHead' });
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
