import { type Fact } from '../fact/fact.ts';
import { type FactId } from '../fact/ids.ts';
import { parsePaperNumber } from '../number/paper-number.ts';

/** Numbers given out and records saved: issued = saved = sent + waiting. */
export type NumbersBalance = {
	issued: number;
	/** Of them those of earlier days, which no closing had covered. */
	earlier: number;
	saved: number;
	sent: number;
	waiting: number;
	annulled: number;
	reprinted: number;
	spoiled: number;
	/** Spoiled copies without a later print: they were written by hand. */
	handwritten: number;
	/** The last serial of each device, where the next closing continues. */
	lastSerials: Record<number, number>;
	/** First and last serial of this closing, per device, as printed on the sheet. */
	ranges: { device: number; from: number; to: number }[];
	/** Serials given out without a record here. */
	missing: { device: number; serial: number }[];
};

type Context = {
	/** The last serial per device of the previous closing. */
	lastSerials: Readonly<Record<number, number>>;
	isSent: (fact: Fact) => boolean;
	/** Whether a record is of the closed day, not of an earlier one. */
	isOfDay: (fact: Fact) => boolean;
	/** Whether an id is that of an acceptance: annulling another fact annuls no number. */
	isAcceptance: (id: FactId) => boolean;
};

/** Most gaps that are listed singly. */
const MOST_MISSING = 50;

/** Balances the numbers of applications that a closing covers. */
export function numbersBalance(fresh: readonly Fact[], context: Context): NumbersBalance {
	const given = new Map<number, Set<number>>();
	const balance: NumbersBalance = {
		issued: 0,
		earlier: 0,
		saved: 0,
		sent: 0,
		waiting: 0,
		annulled: 0,
		reprinted: 0,
		spoiled: 0,
		handwritten: writtenByHand(fresh),
		lastSerials: { ...context.lastSerials },
		ranges: [],
		missing: []
	};
	const seen = new Set<string>();
	for (const fact of fresh) {
		const number = numberGivenBy(fact);
		if (number && !seen.has(number)) {
			seen.add(number);
			const parsed = parsePaperNumber(number);
			if (!parsed.ok) continue;
			given.set(parsed.device, (given.get(parsed.device) ?? new Set()).add(parsed.serial));
			balance.saved += 1;
			if (!context.isOfDay(fact)) balance.earlier += 1;
			if (context.isSent(fact)) balance.sent += 1;
			else balance.waiting += 1;
		}
		if (fact.type === 'annulled' && fact.on.some(context.isAcceptance)) balance.annulled += 1;
		if (fact.type === 'receiptSpoiled') balance.spoiled += 1;
		if (fact.type === 'printed' && isReceipt(fact.body.document) && fact.body.copy > 1) balance.reprinted += 1;
	}
	for (const [device, serials] of [...given].sort(([a], [b]) => a - b)) {
		const sorted = [...serials].sort((a, b) => a - b);
		const [first, last] = [sorted[0]!, sorted.at(-1)!];
		const before = context.lastSerials[device] ?? first - 1;
		balance.ranges.push({ device, from: first, to: last });
		// A late record has a serial that an earlier closing counted as given out: here it counts as given out and saved.
		balance.issued += sorted.filter((serial) => serial <= before).length + Math.max(0, last - before);
		balance.lastSerials[device] = Math.max(before, last);
		for (let serial = before + 1; serial < last && balance.missing.length < MOST_MISSING; serial++)
			if (!serials.has(serial)) balance.missing.push({ device, serial });
	}
	return balance;
}

export const numbersAgree = ({ issued, saved, sent, waiting }: NumbersBalance): boolean =>
	issued === saved && saved === sent + waiting;

function writtenByHand(fresh: readonly Fact[]): number {
	return fresh.filter(
		(spoiled) =>
			spoiled.type === 'receiptSpoiled' &&
			!fresh.some(
				(fact) =>
					fact.type === 'printed' &&
					isReceipt(fact.body.document) &&
					fact.body.copy > spoiled.body.copy &&
					numberOf(fact) === numberOf(spoiled)
			)
	).length;
}

const numberOf = ({ subject }: Fact): string | null => (subject.kind === 'application' ? subject.number : null);

/** The number that a fact gave out, if it gave one. */
function numberGivenBy(fact: Fact): string | null {
	if (fact.type === 'accepted') return fact.subject.kind === 'application' ? fact.subject.number : null;
	return fact.type === 'renumbered' ? fact.body.to : null;
}

const isReceipt = (document: string) => document === 'receipt' || document === 'talon';
