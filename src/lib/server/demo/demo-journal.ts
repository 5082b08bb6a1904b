import type { FactDraft } from '../../domain/fact/fact';
import type { FactId, JournalId, OrgId } from '../../domain/fact/ids';
import type { StoredFact } from '../../domain/fact/stored-fact';
import { type JournalHead, writeFact } from '../../domain/fact/write-fact';
import { makePaperNumber, type PaperKind, type PaperNumber } from '../../domain/number/paper-number';
import type { DecideContext } from '../../domain/application/context';

/** A device of the demonstration: what it wrote, as a device writes it. */
export type DemoJournal = {
	readonly org: OrgId;
	readonly facts: readonly StoredFact[];
	write: (draft: FactDraft, who: DecideContext) => StoredFact;
	number: (kind: PaperKind) => PaperNumber;
};

export type DemoDevice = { journal: JournalId; number: number; org: OrgId };
export type DemoSource = { newId: () => FactId; newSalt: () => string };

export function demoJournal({ journal, number, org }: DemoDevice, source: DemoSource): DemoJournal {
	const facts: StoredFact[] = [];
	const serials = new Map<PaperKind, number>();
	let head: JournalHead = { journal, seq: 0, hash: '' };
	return {
		org,
		facts,
		write(draft, { actor, role, window, now }) {
			const clock = { offsetMs: 0, ageMs: 0 };
			const stamp = { at: now, clock, actor, role, org, ...(window ? { window } : {}) };
			const fact = writeFact(draft, stamp, head, source);
			head = { journal, seq: fact.seq, hash: fact.hash };
			facts.push(fact);
			return fact;
		},
		number(kind) {
			const serial = (serials.get(kind) ?? 0) + 1;
			serials.set(kind, serial);
			return makePaperNumber(kind, number, serial, (serial * 337) % 1000);
		}
	};
}
