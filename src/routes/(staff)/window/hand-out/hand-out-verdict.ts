import { type Application } from '$lib/domain/application/application';
import { type Refusal } from '$lib/domain/application/refusal';
import { formatNumber, type PaperNumber } from '$lib/domain/number/paper-number';
import { asVerdict, type Verdict } from '$lib/ui/verdict';
import { language } from '$lib/state/language.svelte';
import { holderName, momentText, refusalText } from '$lib/state/words';

/** Why a result is not handed out now, in the words of the counter: the word first, then what to do (words 172–174). */
export function handOutVerdict(application: Application, refusal: Refusal): Verdict {
	const { t } = language;
	const { number } = application;
	switch (refusal.code) {
		case 'alreadyHandedOut': {
			const done = application.story.findLast(
				({ fact, dead }) => !dead && (fact.type === 'handedOut' || fact.type === 'handedOutWithoutReceipt')
			);
			const text = t('scan.alreadyHandedOut', { date: momentText(done?.at ?? 0), n: done?.fact.window ?? '–' });
			return asVerdict('repeat', text, { number });
		}
		case 'notReady': {
			const { holder } = application.result ?? application.packet;
			const detail = t('handOut.nowAt', { holder: holderName(holder) });
			return asVerdict('unknown', t('scan.resultNotArrived'), { number, detail });
		}
		case 'renumbered':
			return asVerdict(
				'misread',
				t('scan.annulled', { number: formatNumber(String(refusal.params['number']) as PaperNumber) }),
				{ number }
			);
		case 'annulled':
			return asVerdict('misread', t('scan.annulledNoNew'), { number });
		default:
			return asVerdict('misread', refusalText(refusal), { number });
	}
}
