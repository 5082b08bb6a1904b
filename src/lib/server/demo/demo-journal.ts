import type { FactDraft } from '#lib/domain/fact/fact.ts';
import type { FactId, Instant, JournalId, OrgId } from '#lib/domain/fact/ids.ts';
import type { StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { type JournalHead, writeFact } from '#lib/domain/fact/write-fact.ts';
import { makePaperNumber, type NumberKind, type PaperNumber } from '#lib/domain/number/paper-number.ts';
import type { DecideContext } from '#lib/domain/application/context.ts';

/** A device of the demonstration: what it wrote, as a device writes it. */
export type DemoJournal = {
	readonly org: OrgId;
	readonly facts: readonly StoredFact[];
	/** The latest time that it wrote; null before the first. */
	readonly latest: Instant | null;
	write: (draft: FactDraft, who: DecideContext) => StoredFact;
	number: (kind: NumberKind) => PaperNumber;
};

export type DemoDevice = { journal: JournalId; number: number; org: OrgId };
export type DemoSource = { newId: () => FactId; newSalt: () => string };

export function demoJournal({ journal, number, org }: DemoDevice, source: DemoSource): DemoJournal {
	const facts: StoredFact[] = [];
	const serials = new Map<NumberKind, number>();
	let latest: Instant | null = null;
	let head: JournalHead = { journal, seq: 0, hash: '' };
	return {
		org,
		facts,
		get latest() {
			return latest;
		},
		write(draft, { actor, role, window, now }) {
			const clock = { offsetMs: 0, ageMs: 0 };
			const stamp = { at: now, clock, actor, role, org, ...(window ? { window } : {}) };
			const fact = writeFact(draft, stamp, head, source);
			head = { journal, seq: fact.seq, hash: fact.hash };
			facts.push(fact);
			latest = Math.max(latest ?? now, now);
			return fact;
		},
		number(kind) {
			const serial = (serials.get(kind) ?? 0) + 1;
			serials.set(kind, serial);
			return makePaperNumber(kind, number, serial, (serial * 337) % 1000);
		}
	};
}
