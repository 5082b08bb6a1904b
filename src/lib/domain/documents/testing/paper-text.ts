import { type Bilingual, type PaperModel } from '../paper-model.ts';

/** The whole text of a paper without codes and types: for tests that search for a text. */
export function paperText(model: PaperModel): string {
	return collect(model.blocks).join('\n');
}

/** Every bilingual text of a paper. */
export function bilingualTexts(value: unknown): readonly Bilingual[] {
	if (Array.isArray(value)) return value.flatMap(bilingualTexts);
	if (typeof value !== 'object' || value === null) return [];
	if (isBilingual(value)) return [value];
	return Object.values(value).flatMap(bilingualTexts);
}

const NOT_WORDS = new Set(['type', 'weight', 'place', 'arrangement', 'align', 'width']);

function collect(value: unknown): readonly string[] {
	if (typeof value === 'string') return [value];
	if (Array.isArray(value)) return value.flatMap(collect);
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, inner]) => (NOT_WORDS.has(key) ? [] : collect(inner)));
}

function isBilingual(value: object): value is Bilingual {
	return 'kk' in value && 'ru' in value;
}
