import { rolesWith } from '#lib/domain/acts/rights.ts';
import { typesThatFeed } from '#lib/domain/fact/traits.ts';
import { type CloseCommand, closedPlaceOf, coverParts } from '#lib/domain/org/day-closing.ts';
import { closingsOf, coverOf } from '#lib/domain/org/day-closing-cover.ts';
import { ALMATY, localOf } from '#lib/domain/time/zone.ts';
import { lawIn } from '#lib/journal/law-facts-kept.ts';
import { readableFacts } from '#lib/law/law.ts';
import { aDayClosing } from '../support/a-day-closing.ts';
import { type Knowledge } from './knowledge.ts';

/** A closing of today that covers what this device has read of its org, or of its own journals for a shift; its papers add up. */
export async function readClosing({ journal, place, now }: Knowledge): Promise<CloseCommand | null> {
	const { org, role, window } = place;
	const closed = closedPlaceOf(role, org, window);
	if (!closed) return null;
	const kind = rolesWith('closeDay').includes(role) ? 'dayClosed' : 'shiftHandedOver';
	const { head, sealed } = await journal.state();
	const own = [head.journal, ...sealed.map((each) => each.journal)];
	const date = localOf(now, ALMATY).date;
	return journal.read(async (reader) => {
		const clock = { zone: ALMATY, corrections: (await lawIn(reader)).corrections };
		const closings = readableFacts(await reader.ofTypes(typesThatFeed('closing')));
		const earlier = closingsOf(closings, kind, kind === 'dayClosed' ? { org } : { org, journals: own }, clock);
		const known = kind === 'dayClosed' ? await reader.journals() : own;
		const pages = await Promise.all(known.map((each) => reader.afterSeq(each, 0, Infinity)));
		const facts = readableFacts(pages.flat()).filter((fact) => fact.org === org);
		const cover = coverParts(coverOf(facts, earlier, date, clock));
		const read = known.map((each, index) => ({ journal: each, seq: pages[index]!.at(-1)?.seq ?? 0 }));
		return {
			closing: aDayClosing({ kind, place: closed, date, ...cover, before: earlier.at(-1) ?? null }),
			words: { text: '', keptAt: '' },
			mark: { known, read, closings: closings.map(({ id }) => id) }
		};
	});
}
