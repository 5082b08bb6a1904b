import { formatNumber } from '#lib/domain/number/paper-number.ts';
import { language } from '#lib/device/live/language.svelte.ts';
import { type Code, type Unread } from '#lib/device/input/scans.svelte.ts';
import { asVerdict, type Verdict } from '#lib/ui/verdict.ts';

/** What came of it is shown; a long QR of another's is cut. */
const LONGEST_SHOWN = 40;

/** Why a code was not understood, and what to do: every scanning screen says it in these words. */
export function unreadVerdict({ text, reason, stays }: Unread): Verdict {
	const { t } = language;
	const shown = text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
	const detail = t('scan.unread.came', { text: shown });
	switch (reason) {
		case 'badge':
			return asVerdict('misread', t('scan.unread.badge'));
		case 'slow':
			return asVerdict('misread', t('scan.unread.slow', { text: shown }));
		case 'foreign':
		case 'notDigits':
			return asVerdict('misread', `${t('scan.unread.foreign')}${stays ? ` ${t('scan.unread.stays')}` : ''}`, {
				detail
			});
		case 'length':
			return asVerdict('misread', t('scan.unread.length', { n: text.replace(/\D/g, '').length }), { detail });
		case 'check':
		case 'kind':
			return asVerdict('misread', t('scan.misread'), { detail });
	}
}

/** The same as one line. */
export function unreadLine(code: Unread): string {
	const { word, todo, detail } = unreadVerdict(code);
	return [word, todo, detail]
		.filter(Boolean)
		.map((part) => part?.replace(/\.$/u, ''))
		.join('. ');
}

/** What a scan says over an open form, which it never changes. */
export function draftLine(code: Code): string {
	const { t } = language;
	if (code.ok) return t('scan.draftOpen', { number: formatNumber(code.number) });
	return code.stays || code.reason === 'badge'
		? unreadLine(code)
		: `${t('scan.draftOpen', { number: code.text })} ${unreadLine(code)}`;
}
