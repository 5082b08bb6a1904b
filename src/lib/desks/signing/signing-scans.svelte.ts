import { sumOfCounters } from '#lib/domain/application/counter-key.ts';
import { isAt } from '#lib/domain/application/whereabouts.ts';
import { applicationNumberOf, type PaperNumber, paperOf } from '#lib/domain/number/paper-number.ts';
import { asVerdict, type Verdict, type VerdictKind } from '#lib/ui/verdict.ts';
import { act, findApplication, type Recorded } from '#lib/device/session/acts.ts';
import { desk } from '#lib/device/session/desk.svelte.ts';
import { language } from '#lib/device/live/language.svelte.ts';
import { type Code, scans, type VerdictTone } from '#lib/device/input/scans.svelte.ts';
import { judgeSignedPaper, type SignAnswers, type SignedPaper } from './sign-paper.ts';
import { type Refusal } from '#lib/domain/application/refusal.ts';
import { unreadVerdict } from '#lib/tools/scanning/unread-verdict.ts';
import { failureText, momentText, refusalText, staffName } from '#lib/tools/wording/words.ts';

const TONES: Record<VerdictKind, VerdictTone> = {
	...{ ok: 'ok', repeat: 'repeat', foreign: 'foreign', unknown: 'unknown', misread: 'error', info: 'foreign' }
};

/** A paper that is not told as signed before a person has answered. */
export type SignDoubt = { number: PaperNumber; refusal: Refusal; answers: SignAnswers };

/** A pile of signed papers, scanned one after the other: each is told by its own code, and says what it came to. */
export class SigningScans {
	/** Words are asked for when they are drawn: they follow the language. */
	#words = $state.raw<(() => Verdict) | null>(null);
	readonly verdict: Verdict | null = $derived.by(() => this.#words?.() ?? null);
	/** Grows with every scan. */
	scan = $state(0);
	/** How many were marked since the screen was opened. */
	signed = $state(0);
	/** The paper that waits for an answer. */
	doubt = $state.raw<SignDoubt | null>(null);
	/** Scans wait for each other: a scanner is faster than a disk. */
	#last: Promise<void> = Promise.resolve();

	/** `isAsking`: a dialog is open, nothing is marked behind it. */
	take(code: Code, isAsking: boolean): Promise<void> {
		if (!code.ok) return this.#next(() => Promise.resolve(() => unreadVerdict(code)));
		const { number } = code;
		if (isAsking)
			return this.#next(() => Promise.resolve(() => asVerdict('info', language.t('scan.dialogOpen'), { number })));
		return this.#next(() => this.#judge(number));
	}

	/** The answer to a doubt; the paper is judged again with it. */
	answer(answers: SignAnswers): Promise<void> {
		const { doubt } = this;
		if (!doubt) return Promise.resolve();
		return this.#next(() => this.#judge(doubt.number, { ...doubt.answers, ...answers }));
	}

	/** The paper is put aside: nothing is told of it. */
	putAside(): void {
		this.doubt = null;
	}

	#next(work: () => Promise<() => Verdict>): Promise<void> {
		return (this.#last = this.#last.then(async () => {
			const words = await work();
			this.#words = words;
			this.scan += 1;
			scans.sound(TONES[words().kind]);
		}));
	}

	async #judge(number: PaperNumber, answers: SignAnswers = {}): Promise<() => Verdict> {
		const { judged, recorded } = await judgeAndRecord(number, answers);
		this.doubt = judged.kind === 'doubt' ? { number, refusal: judged.refusal, answers } : null;
		switch (judged.kind) {
			case 'signed': {
				if (!recorded?.ok) {
					return () => asVerdict('misread', language.t('signing.notSigned', { reason: whyNot(recorded) }), { number });
				}
				this.signed += 1;
				const n = await waiting();
				return () => asVerdict('ok', language.t('signing.signed', { n }), { number });
			}
			case 'doubt':
				return () =>
					asVerdict('info', language.t('signing.notSigned', { reason: refusalText(judged.refusal) }), { number });
			case 'otherPaper':
				return () =>
					asVerdict(
						'misread',
						paperOf(number) === 'packet' ? language.t('scan.packetNotResult') : language.t('scan.notForThisScreen'),
						{ number }
					);
			case 'unknown':
				return () => asVerdict('unknown', language.t('signing.unknown'), { number });
			case 'elsewhere':
				return () => asVerdict('foreign', language.t('signing.elsewhere'), { number });
			case 'already':
				return () =>
					asVerdict(
						'repeat',
						language.t('signing.already', { person: staffName(judged.staff), time: momentText(judged.at) }),
						{ number }
					);
			case 'notDrafted':
				return () => asVerdict('foreign', language.t('signing.notDrafted'), { number });
			case 'refused':
				return () =>
					asVerdict('misread', language.t('signing.notSigned', { reason: refusalText(judged.refusal) }), { number });
		}
	}
}

/** Where another tab was first, what it recorded is the answer: a paper scanned in two tabs is one signature. */
async function judgeAndRecord(
	number: PaperNumber,
	answers: SignAnswers
): Promise<{ judged: SignedPaper; recorded: Recorded | null }> {
	const judge = async () => {
		const application = paperOf(number) === 'result' ? await findApplication(applicationNumberOf(number)) : undefined;
		return judgeSignedPaper(number, application, desk.decideContext(), answers);
	};
	const judged = await judge();
	if (judged.kind !== 'signed') return { judged, recorded: null };
	const recorded = await act(applicationNumberOf(number), judged.command);
	if (recorded.ok || 'failure' in recorded) return { judged, recorded };
	const again = await judge();
	return { judged: again, recorded: again.kind === 'signed' ? recorded : null };
}

const whyNot = (recorded: Recorded | null): string =>
	!recorded || recorded.ok ? '' : 'refusal' in recorded ? refusalText(recorded.refusal) : failureText(recorded.failure);

/** How many drafts still wait for a signature, from the counters. */
async function waiting(): Promise<number> {
	const counters = await desk.journal.read((reader) => reader.counters());
	const atHead = { kind: 'head', org: desk.org } as const;
	return sumOfCounters(counters, ({ step, result }) => step === 'signed' && isAt(result, atHead));
}
