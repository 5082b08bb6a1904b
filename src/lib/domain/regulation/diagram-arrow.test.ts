import { describe, expect, it } from 'vitest';
import { type DiagramArrow } from './diagram.ts';
import { type ArrowPlace, drawArrow } from './diagram-arrow.ts';

const place = (state?: ArrowPlace['state']): ArrowPlace => ({
	from: { x: 0, y: 0, width: 100, height: 40 },
	to: { x: 150, y: 0, width: 100, height: 40 },
	x: 200,
	fromDecision: false,
	toDecision: false,
	state,
	label: ''
});
const looks = (way: DiagramArrow['way'], state?: ArrowPlace['state']) =>
	drawArrow({ from: 'a', to: 'b', form: 'along', column: 4, way }, place(state))
		.slice(0, 2)
		.map(({ look }) => look);

describe('the arrows of a diagram', () => {
	it('G31 the alternative process has arrows of its own', () => {
		expect(looks('notice')).toEqual(['arrow', 'headPlain']);
		expect(looks('both')).toEqual(['arrow', 'headPlain']);
		expect(looks('refusal')).toEqual(['arrowRefusal', 'headPlain']);
	});

	it('G41 an arrow shows whether its way was gone, or is out of the question', () => {
		expect(looks('refusal', 'off')).toEqual(['arrowOff', 'headOff']);
		expect(looks('notice', 'done')).toEqual(['arrowDone', 'headDone']);
		expect(looks('both', 'here')).toEqual(['arrowDone', 'headDone']);
		expect(looks('refusal', 'ahead')).toEqual(['arrowRefusal', 'headPlain']);
	});
});
