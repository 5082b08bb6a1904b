import { beforeEach, describe, expect, it, vi } from 'vitest';
import { guardTooLong, mostOf } from './too-long.ts';

class Node {
	focused = 0;
	field: Node | null = null;
	form: Node | null = null;
	readonly kind: string;
	constructor(kind: string) {
		this.kind = kind;
	}
	closest = (selector: string) => (selector === 'form' ? this.form : this);
	contains = () => true;
	querySelector = () => this.field;
	matches = (selector: string) => selector.includes(this.kind);
	focus = () => void (this.focused += 1);
}
class Key {
	ctrlKey = true;
	code = 'Enter';
}
const main = new Node('main');
const field = new Node('field');

beforeEach(() => {
	[main.field, field.focused] = [field, 0];
	vi.stubGlobal('Element', Node);
	vi.stubGlobal('KeyboardEvent', Key);
	vi.stubGlobal('document', { querySelector: (selector: string) => (selector === 'main' ? main : null) });
});

/** Whether the press was kept from what it would have recorded. */
function isStopped(press: object): boolean {
	const stop = vi.fn();
	guardTooLong({ ...press, preventDefault: stop, stopImmediatePropagation: stop } as unknown as Event);
	return stop.mock.calls.length === 2;
}
const clickOn = (button: Node) => ({ target: button });

describe('a text that is too long', () => {
	it('U92 is not recorded by the main button: it leads to the field', () => {
		expect(isStopped(clickOn(new Node('primary')))).toBe(true);
		expect(field.focused).toBe(1);
		main.field = null;
		expect(isStopped(clickOn(new Node('primary')))).toBe(false);
	});

	it('U92 stops the other buttons of its form, never one that leaves', () => {
		const form = new Node('form');
		form.field = field;
		const [other, leaving, elsewhere] = [new Node('secondary'), new Node('quiet'), new Node('secondary')];
		[other.form, leaving.form] = [form, form];
		expect([other, leaving, elsewhere].map((button) => isStopped(clickOn(button)))).toEqual([true, false, false]);
	});

	it('U92 stops the main key and no other', () => {
		const press = (more: object) => {
			const stop = vi.fn();
			const key = Object.assign(new Key(), { preventDefault: stop, stopImmediatePropagation: stop }, more);
			guardTooLong(key as unknown as Event);
			return stop.mock.calls.length > 0;
		};
		expect([press({}), press({ ctrlKey: false }), press({ code: 'KeyA' })]).toEqual([true, false, false]);
	});

	it('U92 is told from the bound of its field on, or of what facts hold', () => {
		expect(mostOf({ rows: 3, type: 'text' })).toBe(4000);
		expect(mostOf({ rows: 1, type: 'text' })).toBe(200);
		expect(mostOf({ rows: 1, type: 'search' })).toBeUndefined();
	});
});
