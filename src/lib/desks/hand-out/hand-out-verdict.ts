import { type Application } from '#lib/domain/application/application.ts';
import { type Refusal } from '#lib/domain/application/refusal.ts';
import { formatNumber, type PaperNumber } from '#lib/domain/number/paper-number.ts';
import { asVerdict, type Verdict } from '#lib/ui/verdict.ts';
import { language } from '#lib/device/live/language.svelte.ts';
import { handedOutBefore } from './handed-out-before.ts';
import { storyNamer } from '#lib/tools/story/story-words.ts';
import { holderName, momentText, refusalText } from '#lib/tools/wording/words.ts';

/** Why a result is not handed out now, in the words of the counter: the word first, then what to do (words 172–174). */
export function handOutVerdict(application: Application, refusal: Refusal): Verdict {
	const { t } = language;
	const { number } = application;
	// eslint-disable-next-line @typescript-eslint/switch-exhaustiveness-check -- open: the other refusals have their own sentence
	switch (refusal.code) {
		case 'alreadyHandedOut': {
			const before = handedOutBefore(application, storyNamer());
			const text = t('scan.alreadyHandedOut', { date: momentText(before?.at ?? 0) });
			return asVerdict('repeat', text, { number, ...(before ? { detail: t('handOut.givenBy', before) } : {}) });
		}
		case 'notReady': {
			const { holder } = application.result ?? application.packet;
			const detail = t('handOut.nowAt', { holder: holderName(holder) });
			const isFromHere = application.acceptance?.body.entry === 'body';
			return asVerdict('unknown', t(isFromHere ? 'handOut.notReady' : 'scan.resultNotArrived'), { number, detail });
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
