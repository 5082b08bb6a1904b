import { describe, expect, it } from 'vitest';
import { incompleteSlip } from './incomplete-slip.ts';
import { movementSheet } from './movement-sheet.ts';
import { MOVEMENT, SLIP } from './testing/sample-inputs.ts';
import { paperText } from './testing/paper-text.ts';

describe('the slip for an incomplete set', () => {
	it('P16 names what is missing, has no number and says that it is not a refusal', () => {
		const model = incompleteSlip(SLIP);
		const text = paperText(model);
		expect(model.number).toBeNull();
		expect(model.codes).toEqual({});
		expect(text).toContain('Баланың туу туралы куәлігі (мысал)');
		expect(text).toContain('Жеке куәлік');
		expect(text).toContain('23.11.2026, 10:05');
		expect(text).toContain('Это не отказ, а справочная информация.');
	});
});

describe('the movement sheet', () => {
	it('P17 tells for each step who held the packet, the limit, the time taken and whether that was in time', () => {
		const table = movementSheet(MOVEMENT).blocks.find((block) => block.type === 'table');
		expect(table?.rows[1]).toEqual([
			'2',
			'25.11.2026, 10:00',
			MOVEMENT.steps[1]?.action,
			MOVEMENT.steps[1]?.holder,
			'Тұрсынов Б.Қ.',
			{ kk: '1 жұмыс күні', ru: '1 раб. дн.' },
			{ kk: '2 жұмыс күні', ru: '2 раб. дн.' },
			{ kk: 'жоқ', ru: 'нет' }
		]);
	});

	it('P17 claims a checked chain only when it was checked', () => {
		expect(paperText(movementSheet(MOVEMENT))).toContain('тізбегі тексерілді');
		expect(paperText(movementSheet({ ...MOVEMENT, chainChecked: false }))).not.toContain('тексерілді');
	});
});
