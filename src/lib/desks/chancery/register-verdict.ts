import { type PaperNumber } from '#lib/domain/number/paper-number.ts';
import { language } from '#lib/device/live/language.svelte.ts';
import { type Refused } from '#lib/tools/bulk/act-many.ts';
import { refusalText } from '#lib/tools/wording/words.ts';
import { asVerdict, type Verdict, type VerdictKind } from '#lib/ui/verdict.ts';

const KINDS: Partial<Record<Refused['refusal']['code'], VerdictKind>> = {
	alreadyDone: 'repeat',
	alreadyHandedOut: 'repeat',
	wrongOrg: 'foreign',
	wrongBody: 'foreign',
	unknownApplication: 'unknown'
};

/** Why a scanned packet is not registered: nothing was misread, so the first word is what stands in the way. */
export function registerVerdict({ number, refusal }: Refused): Verdict {
	const text = refusal.code === 'unknownApplication' ? language.t('scan.unknown') : refusalText(refusal);
	return asVerdict(KINDS[refusal.code] ?? 'misread', text, { number: number as PaperNumber });
}
