import { type RecordWay } from '#lib/domain/ledger/record-way.ts';
import { type PaperNumber } from '#lib/domain/number/paper-number.ts';
import { language } from '#lib/device/live/language.svelte.ts';
import { type Entered } from './record-desk.svelte.ts';
import { momentText, refusalText, roleName } from '#lib/tools/wording/words.ts';
import { asVerdict, type Verdict } from '#lib/ui/verdict.ts';
import { shortOrg } from '#lib/tools/wording/short-org.ts';

/** Why a scanned paper opens no form: the word first, then what to do. Null where it opens one. */
export function recordVerdict(way: RecordWay, number: PaperNumber): Verdict | null {
	const { t } = language;
	switch (way.kind) {
		case 'already':
			return {
				kind: 'repeat',
				word: t('ledger.already'),
				todo: t('ledger.alreadyTodo', { entry: way.entry ?? t('ledger.noNumber'), date: momentText(way.at) }),
				number
			};
		case 'scanSigned':
			return asVerdict('misread', t('ledger.scanSigned'), { number });
		case 'refused':
			return asVerdict('misread', way.refusal.code === 'notSigned' ? t('ledger.askClerk') : refusalText(way.refusal), {
				number
			});
		case 'record':
		case 'sign':
		case 'note':
			return null;
	}
}

/** What was entered, and where the paper goes now. */
export function enteredVerdict({ number, entry, center, way }: Entered): Verdict {
	const { t } = language;
	if (entry === null) {
		const role = way.kind === 'sign' ? roleName(way.recorder) : '';
		return { kind: 'ok', word: t('ledger.signed'), todo: t('ledger.signedTodo', { role }), number };
	}
	const place = center ? t('ledger.toCenter', { org: shortOrg(center) }) : t('ledger.toHandOut');
	return { kind: 'ok', word: t('ledger.recorded'), todo: t('ledger.recordedTodo', { entry, place }), number };
}
