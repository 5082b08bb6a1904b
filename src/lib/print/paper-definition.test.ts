import { describe, expect, it } from 'vitest';
import { type DocumentKind } from '#lib/domain/documents/paper-model.ts';
import { ALL_PAPERS } from '#lib/domain/documents/testing/all-papers.ts';
import { NUMBER } from '#lib/domain/documents/testing/sample-inputs.ts';
import { PAGE_FORMATS } from './page-formats.ts';
import { paperDefinition } from './paper-definition.ts';
import { measure } from './testing/make-pdf.ts';

/** Every text of a definition with its size. */
function textsOf(value: unknown): readonly { text: string; fontSize: number | undefined }[] {
	if (Array.isArray(value)) return value.flatMap(textsOf);
	if (typeof value !== 'object' || value === null) return [];
	const node = value as { text?: unknown; fontSize?: number };
	if (typeof node.text === 'string') return [{ text: node.text, fontSize: node.fontSize }];
	if (Array.isArray(node.text)) {
		const runs = node.text as (string | { text: string; fontSize?: number })[];
		return runs.map((run) =>
			typeof run === 'string'
				? { text: run, fontSize: node.fontSize }
				: { text: run.text, fontSize: run.fontSize ?? node.fontSize }
		);
	}
	return Object.values(value).flatMap(textsOf);
}

const sizesOf = (kind: DocumentKind, text: string) =>
	textsOf(paperDefinition([ALL_PAPERS[kind]], measure).content)
		.filter((node) => node.text.replaceAll('\u00a0', '').includes(text))
		.map((node) => node.fontSize ?? 0);

describe('type sizes', () => {
	it.each(['receipt', 'acknowledgement', 'movement-sheet'] as const)(
		'P19 the number on %s is at least 20 pt',
		(kind) => {
			expect(Math.max(...sizesOf(kind, NUMBER))).toBeGreaterThanOrEqual(20);
		}
	);

	it('P19 the due date on the receipt is at least 16 pt', () => {
		expect(Math.max(...sizesOf('receipt', '10.12.2026'))).toBeGreaterThanOrEqual(16);
	});

	it.each(['Оспанов Ержан', 'Жеке куәлік', 'Құжат: 3', 'Сейітова', '18 жасқа'])(
		'P19 «%s» on the receipt is at least 12 pt',
		(text) => {
			const sizes = sizesOf('receipt', text);
			expect(sizes.length).toBeGreaterThan(0);
			expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12);
		}
	);

	it('P19 the roll has a body of 10 and a number of 16 pt', () => {
		expect(PAGE_FORMATS['roll-80'].body).toBeGreaterThanOrEqual(10);
		expect(PAGE_FORMATS['roll-80'].number).toBeGreaterThanOrEqual(16);
	});
});

describe('the file', () => {
	it('P8 is Kazakh first, and says what it is', () => {
		const definition = paperDefinition([ALL_PAPERS.receipt], measure);
		expect(definition.language).toBe('kk');
		expect(definition.info['title']).toBe(`Тиісті құжаттардың қабылданғаны туралы қолхат № ${NUMBER}`);
	});

	it('P21 without a paper is a bug', () => {
		expect(() => paperDefinition([], measure)).toThrow(RangeError);
	});
});
