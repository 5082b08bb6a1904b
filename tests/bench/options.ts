import { parseArgs } from 'node:util';

/** In the order in which they run. */
export const FIGURES = [
	'append',
	'drain',
	'opening',
	'pull',
	'server',
	'receipt',
	'first-load',
	'reports',
	'queue',
	'verify',
	'unlocking'
] as const;
export type FigureName = (typeof FIGURES)[number];

export type Options = {
	only: FigureName[];
	/** One JSON document on the terminal instead of the table. */
	json: boolean;
	/** A tenth of everything: to see that the benchmark itself works. The aims are not meant for it. */
	quick: boolean;
	/** Writes CPU profiles of page and server to `test-results/bench`. The figures are then slower. */
	profile: boolean;
};

const isFigure = (name: string): name is FigureName => (FIGURES as readonly string[]).includes(name);

/** @throws Error with words for the terminal */
export function readOptions(args: string[]): Options {
	const { values } = parseArgs({
		args,
		options: {
			only: { type: 'string' },
			json: { type: 'boolean', default: false },
			quick: { type: 'boolean', default: false },
			profile: { type: 'boolean', default: false }
		}
	});
	const asked = values.only?.split(',') ?? [...FIGURES];
	const unknown = asked.filter((name) => !isFigure(name));
	if (unknown.length > 0) throw new Error(`There is no ${unknown.join(', ')}; there are ${FIGURES.join(', ')}`);
	return { ...values, only: FIGURES.filter((name) => asked.includes(name)) };
}
