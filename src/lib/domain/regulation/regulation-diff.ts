import { type Regulation } from './regulation.ts';

export type Plain = string | number | boolean | null;
/** A path: keys of fields; items of a list by their name (`6`, `drafted`, `head`), else by `#2`. */
export type Path = readonly string[];

/** One difference: a value, or a whole part added or removed. `undefined`: missing on that side. */
export type Difference = { path: Path; before: unknown; after: unknown };

/** Fields that identify the items of a list; other lists are matched by their texts. */
const NAMING_FIELDS = ['number', 'fact', 'code', 'kk'] as const;

/** Last part of the path where a list has the same items in another order. */
export const ORDER = 'order';

/**
 * The differences of two versions of a regulation. Items of lists are matched by their number, fact, code or text, so an inserted
 * action is one difference and not all that follow.
 * @returns an empty list for equal data
 */
export function regulationDiff(before: Regulation, after: Regulation): Difference[] {
	return differences([], before, after);
}

/** A whole regulation as differences from nothing: lists item by item, everything else down to single fields. */
export function regulationParts(regulation: Regulation): Difference[] {
	return parts([], regulation);
}

function parts(path: Path, value: unknown): Difference[] {
	if (Array.isArray(value) && value.some(isObject))
		return [...named(value)].map(([name, after]) => ({ path: [...path, name], before: undefined, after }));
	if (isObject(value) && Object.values(value).some((each) => typeof each === 'object' && each !== null))
		return Object.entries(value).flatMap(([key, inner]) => parts([...path, key], inner));
	return value === undefined ? [] : [{ path, before: undefined, after: value }];
}

function differences(path: Path, before: unknown, after: unknown): Difference[] {
	if (Array.isArray(before) && Array.isArray(after)) return listDifferences(path, before, after);
	if (isObject(before) && isObject(after)) {
		const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
		return keys.flatMap((key) => differences([...path, key], before[key], after[key]));
	}
	return Object.is(before, after) ? [] : [{ path, before, after }];
}

function listDifferences(path: Path, before: readonly unknown[], after: readonly unknown[]): Difference[] {
	const [old, young] = [named(before), named(after)];
	const names = [...new Set([...old.keys(), ...young.keys()])];
	const changed = names.flatMap((name) => differences([...path, name], old.get(name), young.get(name)));
	const kept = (list: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>) =>
		[...list.keys()].filter((name) => other.has(name));
	const [orderBefore, orderAfter] = [kept(old, young), kept(young, old)];
	if (orderBefore.join('\n') === orderAfter.join('\n')) return changed;
	return [...changed, { path: [...path, ORDER], before: orderBefore, after: orderAfter }];
}

/** Items by name; a repeated name gets a count, so that nothing is lost. */
function named(list: readonly unknown[]): Map<string, unknown> {
	const items = new Map<string, unknown>();
	list.forEach((item, place) => {
		const name = nameOf(item) ?? `#${place + 1}`;
		let free = name;
		for (let count = 2; items.has(free); count++) free = `${name} (${count})`;
		items.set(free, item);
	});
	return items;
}

function nameOf(item: unknown): string | undefined {
	if (typeof item === 'string') return item;
	if (!isObject(item)) return undefined;
	const field = NAMING_FIELDS.find((key) => typeof item[key] === 'string' || typeof item[key] === 'number');
	return field && String(item[field]);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
