/**
 * Where keys fall: `ours` takes numbers of our papers, `number` other digits that people type or scan (an IIN, a telephone), `search`
 * anything that may be looked for, `text` what seldom is a number, such as a name; `nowhere` writes nothing.
 */
export type FieldKind = 'nowhere' | 'text' | 'number' | 'search' | 'ours';

const NO_TEXT = /^(?:button|submit|reset|image|checkbox|radio|file|range|color)$/;
const DIGITS = /^(?:numeric|decimal|tel|number|date|month|time|datetime-local)$/;

/** What kind of field an element is; fields of our own numbers name themselves by `data-code="paper"`. */
export function fieldKind(target: EventTarget | null): FieldKind {
	if (target === null) return 'nowhere';
	if ('isContentEditable' in target && target.isContentEditable === true) return 'text';
	if (!('value' in target) || typeof target.value !== 'string') return 'nowhere';
	const type = textOf(target, 'type');
	if (NO_TEXT.test(type)) return 'nowhere';
	const { dataset } = target as { dataset?: DOMStringMap };
	if (dataset?.['code'] === 'paper') return 'ours';
	if (type === 'search') return 'search';
	return DIGITS.test(textOf(target, 'inputMode')) || DIGITS.test(type) ? 'number' : 'text';
}

function textOf(target: EventTarget, name: string): string {
	const value: unknown = Reflect.get(target, name);
	return typeof value === 'string' ? value : '';
}
