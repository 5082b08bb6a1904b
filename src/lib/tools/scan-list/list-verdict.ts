import { type PaperNumber } from '#lib/domain/number/paper-number.ts';
import { type ScanNote, type ScanVerdict } from '#lib/domain/register/scan-verdict.ts';
import { language } from '#lib/device/live/language.svelte.ts';
import { type ListFacts, type ScanOutcome } from './list-desk-outcome.ts';
import { orgName, refusalText, timeText } from '#lib/tools/wording/words.ts';
import { asVerdict, type Verdict } from '#lib/ui/verdict.ts';
import { unreadVerdict } from '#lib/tools/scanning/unread-verdict.ts';

/** What came of a scan, in words: the word first, then what to do. */
export function verdictOf(outcome: ScanOutcome, list: ListFacts): Verdict {
	const { t } = language;
	switch (outcome.kind) {
		case 'misread':
			return unreadVerdict(outcome.code);
		case 'register':
			// Whoever scans a dispatched register while making a new one wants to add a straggler.
			return asVerdict('info', t(list.purpose === 'dispatch' ? 'refusals.registerDispatched' : 'scan.registerNumber'), {
				number: outcome.number
			});
		case 'badge':
			return asVerdict('misread', t('scan.badgeNumber'), { number: outcome.number });
		case 'undone':
			return asVerdict('info', t('scan.undoneLast'), { number: outcome.number });
		case 'marked':
			return {
				kind: 'info',
				word: t(`scan.rows.${outcome.mark === 'scanned' ? 'received' : outcome.mark}`),
				number: outcome.number
			};
		case 'addedAll':
			return asVerdict('ok', t('scan.added', { n: list.total }));
		case 'whichBody':
			return asVerdict('unknown', t('scan.whichBody'), { number: outcome.number });
		case 'judged':
			return judgedWords(outcome.verdict, outcome.number, list);
	}
}

function judgedWords(verdict: ScanVerdict, number: PaperNumber, list: ListFacts): Verdict {
	const { t } = language;
	switch (verdict.kind) {
		case 'ok':
			return okWords(verdict.note, number, list);
		case 'repeat':
			return asVerdict('repeat', t('scan.repeated', { time: timeText(verdict.at) }), { number });
		case 'foreign':
			return asVerdict('foreign', t('scan.otherBody', { org: orgName(verdict.org) }), { number });
		case 'unknown':
			return asVerdict('unknown', t('scan.knownByNumberOnly'), { number });
		case 'refused': {
			const { refusal } = verdict;
			if (refusal.code !== 'wrongPaper') return asVerdict('misread', refusalText(refusal), { number });
			const isPacketList = ['collect', 'dispatch', 'arrive'].includes(list.purpose);
			return asVerdict('misread', t(isPacketList ? 'scan.wrongPaper' : 'scan.packetNotResult'), { number });
		}
	}
}

function okWords(note: ScanNote | undefined, number: PaperNumber, list: ListFacts): Verdict {
	const { t } = language;
	if (note === 'notCollected')
		return { kind: 'unknown', word: t('scan.addedWord'), todo: t('scan.notCollected', { n: list.window }), number };
	if (note === 'otherWindow')
		return {
			kind: 'foreign',
			word: t('scan.otherWindowWord'),
			todo: `${t('scan.addedWord')}. ${t('scan.otherWindow', { n: list.window })}`,
			number
		};
	const isArrival = list.purpose === 'arrive' || list.purpose === 'resultsArrive';
	if (!isArrival) return asVerdict('ok', t('scan.added', { n: list.total }), { number });
	if (!list.hasRegister) return { kind: 'ok', word: t('scan.rows.received'), todo: t('scan.withoutRegister'), number };
	if (note === 'extra') {
		const [word = '', todo = ''] = t('scan.extra').split(': ');
		return { kind: 'foreign', word, todo, number };
	}
	return asVerdict('ok', t('scan.arrived', { n: list.left ?? 0 }), { number });
}
