import { type Bilingual, type Labelled, type PaperLine, type PaperText } from '#lib/domain/documents/paper-model.ts';
import { type Content, type TextRun } from '../definition-types.ts';

/** Kazakh bold, Russian regular beside it; once if both are the same word. */
export function inlineRuns(text: Bilingual, end = ''): readonly TextRun[] {
	if (text.kk === text.ru) return [{ text: `${text.kk}${end}`, bold: true }];
	return [{ text: text.kk, bold: true }, { text: ` · ${text.ru}${end}` }];
}

/** A line of small print: plain, in both languages, or a label with one value for both. */
export function lineRuns(line: PaperLine): readonly TextRun[] {
	if (typeof line === 'string') return [{ text: line }];
	return isLabelled(line) ? [...inlineRuns(line.label, ': '), { text: line.value }] : inlineRuns(line);
}

export function isLabelled(line: Bilingual | Labelled): line is Labelled {
	return 'label' in line;
}

/** Kazakh bold above Russian regular. */
export function stacked(text: Bilingual, fontSize: number, alignment: 'left' | 'center' | 'right' = 'left'): Content {
	if (text.kk === text.ru) return { text: text.kk, bold: true, fontSize, alignment };
	return {
		stack: [
			{ text: text.kk, bold: true, fontSize, alignment },
			{ text: text.ru, fontSize, alignment }
		]
	};
}

/** A value: plain text as it is, a text in two languages in the way that suits the place. */
export function valueText(
	value: PaperText,
	fontSize: number,
	arrangement: 'stacked' | 'inline',
	bold = false
): Content {
	if (typeof value === 'string') return { text: value, fontSize, bold };
	return arrangement === 'stacked' ? stacked(value, fontSize) : { text: inlineRuns(value), fontSize };
}
