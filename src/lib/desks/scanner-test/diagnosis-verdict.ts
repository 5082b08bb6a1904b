import { type Diagnosis } from '#lib/scanner/diagnose.ts';
import { language } from '#lib/device/live/language.svelte.ts';
import { type Code } from '#lib/device/input/scans.svelte.ts';
import { type Verdict } from '#lib/ui/verdict.ts';
import { unreadVerdict } from '#lib/tools/scanning/unread-verdict.ts';

/** One sentence about a scan, before any table: it is read here or not, and what this device has learned of it. */
export function diagnosisVerdict({ read, learn, advice, tookMs, slowestGapMs }: Diagnosis): Verdict {
	const { t } = language;
	const detail = `${t('scannerTest.duration', { n: tookMs })} · ${t('scannerTest.gap', { n: slowestGapMs })}`;
	const isTooSlow = advice.some(({ kind }) => kind === 'tooSlow');
	if (read.kind === 'scan' && !isTooSlow) {
		const source = t('scannerTest.source', { source: t('scannerTest.sources.wedge') });
		const todo =
			'gapMs' in learn ? t('scannerTest.learned') : advice.length > 0 ? t('scannerTest.canBeBetter') : undefined;
		return {
			kind: 'ok',
			word: t('scannerTest.good'),
			...(todo ? { todo } : {}),
			number: read.number,
			detail: `${source} · ${detail}`
		};
	}
	if (isTooSlow)
		return {
			kind: 'misread',
			word: t('scannerTest.tooSlow'),
			todo: t('scannerTest.seeAdvice'),
			detail: `${t('scannerTest.read', { text: read.text })} · ${detail}`
		};
	const reason = read.kind === 'misread' ? read.reason : read.kind === 'badge' ? 'badge' : 'foreign';
	return {
		...unreadVerdict({ ok: false, text: read.kind === 'scan' ? '' : read.text, reason }),
		todo: t('scannerTest.seeAdvice'),
		detail: `${t('scannerTest.read', { text: read.text })} · ${detail}`
	};
}

/** Of a code that came by camera or by hand, and of a scan before its keys are looked through. */
export function codeVerdict(code: Code): Verdict {
	const { t } = language;
	if (!code.ok && code.reason === 'badge') return unreadVerdict(code);
	if (!code.ok) return { ...unreadVerdict(code), detail: t('scannerTest.read', { text: code.text }) };
	const source = language.loose(`scannerTest.sources.${code.source}`);
	return { kind: 'ok', word: t('scannerTest.good'), number: code.number, detail: t('scannerTest.source', { source }) };
}
