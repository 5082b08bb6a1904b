import { type PaperNumber } from '#lib/domain/number/paper-number.ts';
import { type OrgId } from '#lib/domain/fact/ids.ts';
import { type RowMark } from '#lib/domain/register/list-rows.ts';
import { type Purpose, type ScanVerdict } from '#lib/domain/register/scan-verdict.ts';
import { type Unread, type VerdictTone } from '#lib/device/input/scans.svelte.ts';

/** All that can come of one scan on an open list. */
export type ScanOutcome =
	| { kind: 'judged'; verdict: ScanVerdict; number: PaperNumber }
	| { kind: 'misread'; code: Unread }
	| { kind: 'register'; number: PaperNumber }
	| { kind: 'badge'; number: PaperNumber }
	| { kind: 'undone'; number: PaperNumber }
	/** A row was told by hand what was found of it. */
	| { kind: 'marked'; number: PaperNumber; mark: RowMark }
	/** All that lies on a shelf was put on the list, so many of it new. */
	| { kind: 'addedAll'; count: number }
	/** Good, unknown, and nobody says for which body: a person chooses. */
	| { kind: 'whichBody'; number: PaperNumber };

/** What the words need to know of the list. */
export type ListFacts = { purpose: Purpose; total: number; left: number | null; hasRegister: boolean; window: string };

export function toneOf(outcome: ScanOutcome): VerdictTone {
	if (['undone', 'register', 'marked', 'addedAll'].includes(outcome.kind)) return 'ok';
	if (outcome.kind === 'whichBody') return 'unknown';
	if (outcome.kind !== 'judged') return 'error';
	const { verdict } = outcome;
	switch (verdict.kind) {
		case 'ok':
			return verdict.note === 'extra' || verdict.note === 'otherWindow'
				? 'foreign'
				: verdict.note === 'notCollected'
					? 'unknown'
					: 'ok';
		case 'refused':
			return 'error';
		case 'repeat':
		case 'foreign':
		case 'unknown':
			return verdict.kind;
	}
}

/** The pile that a scan goes to, said in large type; null where there is only one place to put it. A repeat tells its pile again. */
export function pileOfOutcome(
	outcome: ScanOutcome | null,
	purpose: Purpose,
	rows: readonly { paper: string; org: OrgId | null }[]
): OrgId | null {
	if (purpose !== 'dispatch' || outcome?.kind !== 'judged') return null;
	const { verdict, number } = outcome;
	if (verdict.kind === 'repeat') return rows.find(({ paper }) => paper === number)?.org ?? null;
	return 'org' in verdict ? verdict.org : null;
}
