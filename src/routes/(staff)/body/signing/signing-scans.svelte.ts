import { applicationNumberOf, type PaperNumber, paperOf } from '$lib/domain/number/paper-number';
import { asVerdict, type Verdict, type VerdictKind } from '$lib/ui/verdict';
import { findApplication, recordVerdict } from '$lib/state/acts';
import { desk } from '$lib/state/desk.svelte';
import { language } from '$lib/state/language.svelte';
import { type Code, scans, type VerdictTone } from '$lib/state/scans.svelte';
import { judgeSignedPaper } from '$lib/state/sign-paper';
import { unreadVerdict } from '../../unread-verdict';
import { failureText, momentText, refusalText, staffName } from '$lib/state/words';

const TONES: Record<VerdictKind, VerdictTone> = {
	...{ ok: 'ok', repeat: 'repeat', foreign: 'foreign', unknown: 'unknown', misread: 'error', info: 'foreign' }
};

/** A pile of signed papers, scanned one after the other: each is told by its own code, and says what it came to. */
export class SigningScans {
	verdict = $state.raw<Verdict | null>(null);
	/** Grows with every scan. */
	scan = $state(0);
	/** How many were marked since the screen was opened. */
	signed = $state(0);
	/** Scans wait for each other: a scanner is faster than a disk. */
	#last: Promise<void> = Promise.resolve();

	/** `isAsking`: a dialog is open, nothing is marked behind it. */
	take(code: Code, isAsking: boolean): Promise<void> {
		const { t } = language;
		if (!code.ok) return this.#next(() => Promise.resolve(unreadVerdict(code)));
		const { number } = code;
		if (isAsking) return this.#next(() => Promise.resolve(asVerdict('info', t('scan.dialogOpen'), { number })));
		return this.#next(() => this.#judge(number));
	}

	#next(work: () => Promise<Verdict>): Promise<void> {
		return (this.#last = this.#last.then(async () => {
			this.verdict = await work();
			this.scan += 1;
			scans.sound(TONES[this.verdict.kind]);
		}));
	}

	async #judge(number: PaperNumber): Promise<Verdict> {
		const { t } = language;
		const application =
			paperOf(number) === 'result' ? await findApplication(applicationNumberOf(number as never)) : undefined;
		const judged = judgeSignedPaper(number, application, desk.decideContext());
		switch (judged.kind) {
			case 'signed': {
				const recorded = await recordVerdict({ ok: true, value: judged.drafts });
				if (!recorded.ok) {
					const reason = 'refusal' in recorded ? refusalText(recorded.refusal) : failureText(recorded.failure);
					return asVerdict('misread', t('signing.notSigned', { reason }), { number });
				}
				this.signed += 1;
				return asVerdict('ok', t('signing.signed', { n: await waiting() }), { number });
			}
			case 'otherPaper':
				return asVerdict(
					'misread',
					paperOf(number) === 'packet' ? t('scan.packetNotResult') : t('scan.notForThisScreen'),
					{ number }
				);
			case 'unknown':
				return asVerdict('unknown', t('signing.unknown'), { number });
			case 'elsewhere':
				return asVerdict('foreign', t('signing.elsewhere'), { number });
			case 'already':
				return asVerdict(
					'repeat',
					t('signing.already', { person: staffName(judged.staff), time: momentText(judged.at) }),
					{ number }
				);
			case 'notDrafted':
				return asVerdict('foreign', t('signing.notDrafted'), { number });
			case 'refused':
				return asVerdict('misread', t('signing.notSigned', { reason: refusalText(judged.refusal) }), { number });
		}
	}
}

/** How many drafts still wait for a signature, from the counters. */
async function waiting(): Promise<number> {
	const counters = await desk.journal.read((reader) => reader.counters());
	return [...counters].reduce((sum, [place, count]) => {
		const [step, , result] = place.split('|');
		return step === 'signed' && result === `head/${desk.org}` ? sum + count : sum;
	}, 0);
}
