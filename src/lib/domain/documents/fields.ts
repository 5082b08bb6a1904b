import { type Bilingual, type FieldBlock, type PaperText } from './paper-model.ts';

/** A short value beside its label. */
export function fieldBeside(label: Bilingual, value: PaperText): FieldBlock {
	return { type: 'field', label, value, weight: 'normal', place: 'beside' };
}

/** A value that is a sentence, below its label. */
export function fieldBelow(label: Bilingual, value: PaperText): FieldBlock {
	return { type: 'field', label, value, weight: 'normal', place: 'below' };
}

/** Label and value in one line, where a column for the label would waste it. */
export function fieldInLine(label: Bilingual, value: PaperText): FieldBlock {
	return { type: 'field', label, value, weight: 'normal', place: 'line' };
}
