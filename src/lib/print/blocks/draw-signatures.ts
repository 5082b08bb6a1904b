import { type Bilingual, type SignatureLine, type SignaturesBlock } from '#lib/domain/documents/paper-model.ts';
import { type Content, type TextRun } from '../definition-types.ts';
import { innerWidth, type PageFormat } from '../page-formats.ts';
import { inlineRuns, isLabelled, lineRuns, stacked } from './bilingual-text.ts';
import { emptyLine, lineToWrite } from './draw-blank.ts';
import { type Measure } from '../text-measure.ts';
import { type DrawContext } from './draw-context.ts';

const WORDS: Readonly<Record<SignatureLine, Bilingual>> = {
	name: { kk: 'Тегі, аты', ru: 'Фамилия, имя' },
	signature: { kk: 'Қолы', ru: 'Подпись' },
	'date-time': { kk: 'Күні, уақыты', ru: 'Дата, время' },
	seal: { kk: 'М.О.', ru: 'М.П.' }
};

/** From top to bottom on every paper. */
const ORDER: readonly SignatureLine[] = ['name', 'signature', 'date-time', 'seal'];

type Party = SignaturesBlock['parties'][number];

const GAP = 16;
/** Points; the name of one who signs alone gets the rest of the line. */
const SIGNING_WIDTH = 190;
/** A column from this width on has room for a name beside its label: about 50 mm, as a hand writes it. */
const NAME_BESIDE = 260;

/** Parties side by side, each line to sign level with its neighbours'. Never torn between two pages. */
export function drawSignatures({ parties }: SignaturesBlock, { format, measure }: DrawContext): Content {
	const [first] = parties;
	const content = parties.length === 1 && first ? alone(first, format, measure) : sideBySide(parties, format);
	return { stack: content, unbreakable: true, margin: [0, 6, 0, 4] };
}

/**
 * Who signs, with the place to sign beside it; a role that is too long for that stands across the paper, and on a narrow one the place
 * is below.
 */
function alone(party: Party, format: PageFormat, measure: Measure): Content[] {
	const signs = party.lines.map((line) => sign(line, format));
	const role = stacked(party.role, format.body);
	if (innerWidth(format) < 2 * SIGNING_WIDTH) return [role, ...person(party, format), ...signs];
	const beside = innerWidth(format) - SIGNING_WIDTH - GAP;
	const isShort =
		measure(party.role.kk, format.body, true) < beside && measure(party.role.ru, format.body, false) < beside;
	return [
		...(isShort ? [] : [role]),
		{
			columns: [
				{ width: '*', stack: [...(isShort ? [role] : []), ...person(party, format)] },
				{ width: SIGNING_WIDTH, stack: signs }
			],
			columnGap: GAP
		}
	];
}

function sideBySide(parties: readonly Party[], format: PageFormat): Content[] {
	const rows = ORDER.filter((line) => parties.some((party) => party.lines.includes(line)));
	const width = (innerWidth(format) - GAP * (parties.length - 1)) / parties.length;
	const isNarrow = width < NAME_BESIDE;
	return [
		row(parties, (party) => [roleOf(party, format), ...person(party, format)]),
		...rows.map((line) => row(parties, (party) => (party.lines.includes(line) ? [sign(line, format, isNarrow)] : [])))
	];
}

/** In one line where the paper is wide: its height is for rows. */
function roleOf({ role }: Party, { body, labels }: PageFormat): Content {
	return labels === 'inline' ? { text: inlineRuns(role), fontSize: body } : stacked(role, body);
}

function row(parties: readonly Party[], draw: (party: Party) => Content[]): Content {
	return { columns: parties.map((party): Content => ({ width: '*', stack: draw(party) })), columnGap: GAP };
}

/** Name and post in one line, as one says them; a dated detail stands on its own. */
function person({ name, detail }: Party, { body, small }: PageFormat): Content[] {
	const details =
		detail === null ? [] : lineRuns(detail).map((run): TextRun => ({ ...run, bold: false, fontSize: small }));
	const joined = name !== null && detail !== null && !isLabelled(detail);
	const lines: TextRun[][] = joined
		? [[{ text: `${name}, ` }, ...details]]
		: [name === null ? [] : [{ text: name }], details];
	return lines
		.filter((runs) => runs.length > 0)
		.map((runs): Content => ({ text: runs, fontSize: body, margin: [0, 2, 0, 0] }));
}

/** @param isNarrow the label of a name would leave no room to write it: the line stands below */
function sign(line: SignatureLine, { small, signing }: PageFormat, isNarrow = false): Content {
	if (line === 'name' && isNarrow)
		return {
			stack: [{ text: inlineRuns(WORDS.name, ':'), fontSize: small }, emptyLine(small)],
			// The label is room enough above the line.
			margin: [0, 2, 0, 0]
		};
	if (line === 'seal') return { text: inlineRuns(WORDS.seal), fontSize: small, margin: [0, 5, 0, 0] };
	return { ...lineToWrite(inlineRuns(WORDS[line], ':'), small), margin: [0, signing, 0, 0] };
}
