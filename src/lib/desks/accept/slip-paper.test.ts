import { describe, expect, it } from 'vitest';
import { regulations } from '#lib/law/catalog.ts';
import { MORNING } from '#tests/support/a-story.ts';
import { slipPaper } from './slip-paper.ts';

const regulation = regulations[2]!;
const [first] = regulation.requiredDocuments;

describe('the slip for what is missing', () => {
	it('D41 the slip marks what is an example', () => {
		const text = JSON.stringify(slipPaper(regulation, [first!.kk, 'Куәлік'], { window: '2', phone: '8' }, MORNING));
		expect(text).toContain(`${first!.kk} (мысал)`);
		expect(text).not.toContain('Куәлік (мысал');
	});
});
