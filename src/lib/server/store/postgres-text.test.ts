import { describe, expect, it } from 'vitest';
import { fromPostgres, toPostgres } from './postgres-text.ts';

describe('text in PostgreSQL', () => {
	it.each(['', 'Қазақ тілі', '\0', '\uE000', '\uE0000\0e', 'a\0b\uE000c𐐷'])('S70 %j comes back as it was', (text) => {
		expect(toPostgres(text)).not.toContain('\0');
		expect(fromPostgres(toPostgres(text))).toBe(text);
	});

	it('S70 half of a surrogate pair is written as every UTF-8 has it', () => {
		expect(toPostgres('a\uD800b')).toBe('a\uFFFDb');
		expect(toPostgres('\uDC00\0')).toBe('\uFFFD\uE0000');
	});
});
