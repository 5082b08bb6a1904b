import { mulberry32 } from '#tests/support/mulberry32.ts';
import { acknowledgement } from '#lib/domain/documents/acknowledgement.ts';
import { collectionSheet } from '#lib/domain/documents/collection-sheet.ts';
import { incompleteSlip } from '#lib/domain/documents/incomplete-slip.ts';
import { journalSheet } from '#lib/domain/documents/journal-sheet.ts';
import { ledgerSheet } from '#lib/domain/documents/ledger-sheet.ts';
import { movementSheet } from '#lib/domain/documents/movement-sheet.ts';
import { type DocumentKind, type PaperModel } from '#lib/domain/documents/paper-model.ts';
import { receipt } from '#lib/domain/documents/receipt.ts';
import { registerSheet } from '#lib/domain/documents/register-sheet.ts';
import { resultLetter } from '#lib/domain/documents/result-letter.ts';
import { resultRegisterSheet } from '#lib/domain/documents/result-register-sheet.ts';
import { talon } from '#lib/domain/documents/talon.ts';
import {
	ACKNOWLEDGEMENT,
	COLLECTION,
	JOURNAL,
	MOVEMENT,
	RECEIPT,
	REGISTER,
	registerRows,
	RESULT_REGISTER,
	SLIP
} from '#lib/domain/documents/testing/sample-inputs.ts';
import { NOTICE_LETTER, REFUSAL_LETTER, TALON } from '#lib/domain/documents/testing/sample-letters.ts';
import { LEDGER, ledgerRows } from '#lib/domain/documents/testing/sample-sheets.ts';

/** A paper with texts of random lengths, and the words that must be read on it. */
type RandomPaper = { readonly model: PaperModel; readonly words: readonly string[] };

/** What a stored fact may hold: more than what is taken at a screen today. */
const MOST = { name: 200, text: 4000, letter: 12_000 };

const LETTERS = 'аәбвгғдежзийкқлмнңоөпрстуұүфхһцчшщъыіьэюяАӘБГҒҚҢӨШЩҮҰІabcdefgmnoWM';

/** Draws lengths from a seed, mostly short, sometimes up to the very limit, with and without spaces. */
class Chance {
	readonly words: string[] = [];
	readonly #next: () => number;
	constructor(seed: number) {
		this.#next = mulberry32(seed);
	}
	upTo(most: number): number {
		return Math.floor(this.#next() * (most + 1));
	}
	pick<T>(...choices: readonly T[]): T {
		return choices[this.upTo(choices.length - 1)]!;
	}
	#length(most: number): number {
		return Math.max(1, this.pick(this.upTo(20), this.upTo(Math.min(most, 200)), this.upTo(most), most));
	}
	/** Words that stand once on the paper, each to be found again. */
	text(most: number): string {
		const length = this.#length(most);
		const longest = this.pick(6, 12, 12, 40, most);
		const words: string[] = [];
		for (let left = length; left > 0; left -= words.at(-1)!.length + 1) words.push(this.#word(Math.min(left, longest)));
		this.words.push(...words.filter((word) => word.length > 3));
		return words.join(' ');
	}
	#word(most: number): string {
		return Array.from({ length: Math.max(1, this.pick(most, this.upTo(most))) }, () => this.#letter()).join('');
	}
	#letter(): string {
		return LETTERS[this.upTo(LETTERS.length - 1)]!;
	}
	both(most: number) {
		return { kk: this.text(most), ru: this.text(most) };
	}
	paragraphs(most: number): readonly string[] {
		const count = 1 + this.upTo(4);
		return Array.from({ length: count }, () => this.text(Math.floor(most / count)));
	}
	list<T>(least: number, most: number, make: (index: number) => T): readonly T[] {
		return Array.from({ length: least + this.upTo(most - least) }, (_, index) => make(index));
	}
}

type Draw = (chance: Chance) => PaperModel;

/** Longer than any reason to choose from. */
const DAMAGED = { kk: 'принтерде қағаз кептеліп, бүлінді', ru: 'бумага застряла в принтере, испорчена' };

const name = (chance: Chance) => chance.text(MOST.name);

/** The kinds of papers whose texts people type, each with its fields up to their limits. */
const DRAWS = {
	receipt: (chance) =>
		receipt({
			...RECEIPT,
			applicant: { fullName: `${name(chance)} ${name(chance)}`, iin: null, identityDocument: name(chance) },
			representative: chance.pick(true, false)
				? {
						fullName: name(chance),
						kind: { kk: 'сенімхат', ru: 'доверенность' },
						basis: chance.text(MOST.text)
					}
				: null,
			documents: chance.list(1, 16, () => ({
				name: chance.pick(true, false) ? chance.text(MOST.text) : chance.both(200),
				form: 'original' as const,
				sheets: 1 + chance.upTo(98),
				example: false
			})),
			inspector: { fullName: name(chance), window: 2 }
		}),
	'result-letter': (chance) =>
		resultLetter({
			...chance.pick(NOTICE_LETTER, REFUSAL_LETTER),
			applicant: { fullName: name(chance), iin: NOTICE_LETTER.applicant.iin, address: chance.text(MOST.text) },
			language: chance.pick('kk', 'ru'),
			text: { kk: chance.paragraphs(MOST.letter), ru: chance.paragraphs(MOST.letter) },
			outcome: chance.pick(true, false)
				? NOTICE_LETTER.outcome
				: {
						kind: 'refusal',
						grounds: chance.list(1, 4, () => ({
							name: chance.both(MOST.text),
							explanation: chance.both(MOST.text),
							example: false
						})),
						appeal: chance.pick(true, false) ? chance.both(MOST.text) : { kk: '', ru: '' }
					},
			head: { name: name(chance), acting: chance.pick(true, false) },
			executor: { name: name(chance), phone: '' }
		}),
	acknowledgement: (chance) =>
		acknowledgement({
			...ACKNOWLEDGEMENT,
			result: { ...ACKNOWLEDGEMENT.result, bookNumber: name(chance) },
			recipient: { as: 'proxy', fullName: name(chance), proxyNumber: name(chance), proxyDate: '2026-11-01' },
			applicant: name(chance),
			signer: chance.pick(true, false) ? name(chance) : null,
			inspector: { name: name(chance), window: 2 },
			run: chance.pick(ACKNOWLEDGEMENT.run, { ...ACKNOWLEDGEMENT.run, copy: 2, reprintReason: DAMAGED })
		}),
	talon: (chance) => talon({ ...TALON, service: chance.both(400), acceptedBy: name(chance) }),
	'register-sheet': (chance) =>
		registerSheet({
			...REGISTER,
			compiledBy: name(chance),
			courier: name(chance),
			rows: registerRows(1 + chance.upTo(20)).map((row) => ({ ...row, applicant: name(chance) }))
		}),
	'result-register-sheet': (chance) =>
		resultRegisterSheet({
			...RESULT_REGISTER,
			compiledBy: name(chance),
			rows: RESULT_REGISTER.rows.map((row) => ({ ...row, applicant: name(chance), bookNumber: chance.text(60) }))
		}),
	'collection-sheet': (chance) =>
		collectionSheet({
			...COLLECTION,
			handedBy: name(chance),
			collectedBy: name(chance),
			rows: registerRows(1 + chance.upTo(30))
		}),
	'incomplete-slip': (chance) =>
		incompleteSlip({ ...SLIP, missing: chance.list(1, 20, () => ({ name: chance.text(400), example: false })) }),
	'movement-sheet': (chance) =>
		movementSheet({
			...MOVEMENT,
			steps: chance.list(1, 15, () => ({ ...MOVEMENT.steps[0]!, person: name(chance), action: chance.both(300) })),
			compiledBy: { ...MOVEMENT.compiledBy, name: name(chance) }
		}),
	'journal-sheet': (chance) =>
		journalSheet({
			...JOURNAL,
			rows: chance.list(1, 20, (index) => ({
				...JOURNAL.rows[index % 3]!,
				applicant: name(chance),
				inspector: name(chance)
			}))
		}),
	'ledger-sheet': (chance) =>
		ledgerSheet({
			...LEDGER,
			rows: ledgerRows(1 + chance.upTo(20)).map((row) => ({ ...row, applicant: name(chance), signedBy: name(chance) }))
		})
} satisfies Partial<Record<DocumentKind, Draw>>;

type RandomKind = keyof typeof DRAWS;
export const RANDOM_KINDS = Object.keys(DRAWS) as readonly RandomKind[];

/** The paper of a kind that a seed draws; the same seed draws the same paper. */
export function randomPaper(kind: RandomKind, seed: number): RandomPaper {
	const chance = new Chance(seed);
	return { model: DRAWS[kind](chance), words: chance.words };
}
