import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { regulations } from '#lib/law/catalog.ts';
import { type Regulation } from './regulation.ts';
import { regulationDiff } from './regulation-diff.ts';

const benefit = regulations[2]!;
const changed = (change: (copy: Regulation) => void): Regulation => {
	const copy = structuredClone(benefit);
	change(copy);
	return copy;
};

/** Places of all values in a regulation, as keys and positions. */
function leaves(value: unknown, at: (string | number)[] = []): (string | number)[][] {
	if (typeof value !== 'object' || value === null) return [at];
	return Object.entries(value).flatMap(([key, inner]) =>
		leaves(inner, [...at, Array.isArray(value) ? Number(key) : key])
	);
}

function put(root: unknown, at: readonly (string | number)[], value: unknown): void {
	const last = at.at(-1)!;
	const holder = at
		.slice(0, -1)
		.reduce<unknown>((inner, key) => (inner as Record<string | number, unknown>)[key], root);
	(holder as Record<string | number, unknown>)[last] = value;
}

/** A list knows its items again by these and by nothing else: to change one is to change the item. */
const NAMES = ['number', 'fact', 'code', 'kk'];

describe('the difference of two versions of a regulation', () => {
	it('G34 of equal data is empty, for all eight', () => {
		fc.assert(
			fc.property(fc.constantFrom(...regulations), (regulation) => {
				expect(regulationDiff(regulation, structuredClone(regulation))).toEqual([]);
			})
		);
	});

	it('G34 of two different services is not empty', () => {
		fc.assert(
			fc.property(fc.constantFrom(...regulations), fc.constantFrom(...regulations), (one, other) => {
				expect(regulationDiff(one, other).length === 0).toBe(one === other);
			})
		);
	});

	it('G35 names the one value that was changed, and nothing else', () => {
		const places = leaves(benefit).filter((at) => typeof at.at(-1) === 'string' && !NAMES.includes(String(at.at(-1))));
		fc.assert(
			fc.property(fc.constantFrom(...places), (at) => {
				const after = changed((copy) => put(copy, at, 'another'));
				const differences = regulationDiff(benefit, after);
				expect(differences).toHaveLength(1);
				expect(differences[0]?.path.at(-1)).toBe(at.at(-1));
				expect(differences[0]?.after).toBe('another');
			})
		);
	});

	it('G35 tells a limit by the number of its action', () => {
		const after = changed(({ table1 }) => {
			table1.actions[5]!.limit.amount = 7;
		});
		expect(regulationDiff(benefit, after)).toEqual([
			{ path: ['table1', 'actions', '6', 'limit', 'amount'], before: 10, after: 7 }
		]);
	});

	it('G35 tells what came, what went and what changed places', () => {
		const ground = { kk: 'Мысал', ru: 'Пример', example: true } as const;
		const after = changed((copy) => {
			copy.refusalGrounds.push(ground);
			copy.units.pop();
			copy.requiredDocuments.reverse();
		});
		const names = benefit.requiredDocuments.map(({ kk }) => kk);
		expect(regulationDiff(benefit, after)).toEqual([
			{ path: ['units', 'chancery'], before: benefit.units.at(-1), after: undefined },
			{ path: ['requiredDocuments', 'order'], before: names, after: names.toReversed() },
			{ path: ['refusalGrounds', 'Мысал'], before: undefined, after: ground }
		]);
	});

	it('G35 a step put into the middle of a route is one difference', () => {
		const after = changed(({ routes }) => void routes.body.splice(2, 1));
		expect(regulationDiff(benefit, after).map(({ path, after: value }) => [path.join('.'), value])).toEqual([
			['routes.body.drafted', undefined]
		]);
	});

	it('G35 a name that stands twice hides nothing', () => {
		const after = changed(({ routes }) => void routes.body.push(structuredClone(routes.body[1]!)));
		expect(regulationDiff(benefit, after).map(({ path }) => path.join('.'))).toEqual(['routes.body.assigned (2)']);
	});
});
