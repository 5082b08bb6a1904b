import type { Chance } from './chance.ts';

const LONG = 'ә'.repeat(70_000);
/** What a field gets instead of what belongs there. */
const STRANGE: readonly unknown[] = [
	...[null, true, false, 0, -0, -1, 0.5, 9e15, 9_007_199_254_740_993, -9e15, 1e308, 4_294_967_296, 65_536],
	...[
		'',
		' ',
		'\u0000',
		'\ud800',
		'\u202e',
		'\ufeff',
		"'; drop table people; --",
		'../../etc/passwd',
		'${7*7}',
		'<script>'
	],
	...[
		'9'.repeat(400),
		'-1',
		'NaN',
		'2026-13-45',
		'0x10',
		'%00',
		'constructor',
		'__proto__',
		'toString',
		LONG,
		LONG,
		LONG
	],
	...[[], {}, [[]], [null], { length: 1e9 }, { toString: 1 }, new Array<number>(3000).fill(1)],
	JSON.parse('{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"x":1}}}')
];

type Json = unknown;
const isObject = (value: Json): value is Record<string, Json> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** One change somewhere in a value of JSON: a field gone, doubled, renamed, strange, or deep inside something. */
export function mutated(value: Json, chance: Chance): Json {
	if (Array.isArray(value) && value.length > 0 && !chance.percent(20)) {
		const place = chance.below(value.length);
		if (chance.percent(15)) return value.toSpliced(place, 1);
		if (chance.percent(15)) return [...value, value[place]];
		return value.with(place, mutated(value[place], chance));
	}
	if (isObject(value) && Object.keys(value).length > 0 && !chance.percent(15)) {
		const name = chance.pick(Object.keys(value));
		const { [name]: inside, ...rest } = value;
		if (chance.percent(15)) return rest;
		if (chance.percent(10)) return { ...rest, [`${name}\u0000`]: inside };
		if (chance.percent(10)) return { ...value, [chance.pick(['extra', '__proto__x', '0'])]: chance.pick(STRANGE) };
		return { ...rest, [name]: mutated(inside, chance) };
	}
	// A fact travels as a text: what is inside it is changed, too.
	if (typeof value === 'string' && value.startsWith('{') && chance.percent(80)) {
		try {
			return JSON.stringify(mutated(JSON.parse(value), chance));
		} catch {
			return value.slice(0, chance.below(value.length));
		}
	}
	if (typeof value === 'number' && chance.percent(50))
		return value * chance.pick([-1, 0.5, 1e6, 1e12]) + chance.pick([0, 1]);
	if (typeof value === 'string' && value !== '' && chance.percent(30))
		return value.slice(0, chance.below(value.length));
	return chance.pick(STRANGE);
}

/** Text that is no JSON any more, or far too much of it. */
export function broken(text: string, chance: Chance): string {
	return chance.pick([
		() => text.slice(0, chance.below(text.length + 1)),
		() => text.replace(/[:,{}[\]"]/, () => chance.pick(['', '{', ']', '"', '\u0000'])),
		() => '['.repeat(chance.pick([10, 1000, 60_000])),
		() => '{"a":'.repeat(chance.pick([10, 1000, 12_000])),
		() => `[${'[],'.repeat(chance.pick([100, 20_000]))}1]`,
		() => text + text,
		() => '\ufeff' + text,
		() => ''
	])();
}
