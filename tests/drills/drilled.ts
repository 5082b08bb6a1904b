/** What a drill came to, for a person and for a program. */
export type Drilled = {
	drill: string;
	/** How often something was made to fail. */
	runs: number;
	/** Facts that a server said it has. */
	acknowledged: number;
	lost: number;
	doubled: number;
	/** What else should not have been, in words. */
	failures: string[];
	seconds: number;
	notes: string[];
	/** Seconds in which nothing was written, by kind of what was made to fail. */
	pauses?: Record<string, { faults: number; median: number; max: number }>;
	/** Each makes devices send again. */
	epochsBegun?: number;
};

export const isGood = ({ lost, doubled, failures }: Drilled): boolean => lost + doubled + failures.length === 0;

/** Prints what came of them as JSON; the exit code is 1 where anything was lost, doubled or failed. */
export function printDrilled(drilled: readonly Drilled[]): void {
	process.stdout.write(`${JSON.stringify(drilled)}\n`);
	process.exitCode = drilled.every(isGood) ? 0 : 1;
}

/**
 * What a test of the browser has come through at length, on a line of its own for `npm run drill`: nothing was lost or doubled, or it would
 * have failed before. In a run of all tests nothing is printed.
 */
export function reportDrill(came: Pick<Drilled, 'drill' | 'runs' | 'acknowledged'>): void {
	if (process.env['DRILL'] === undefined) return;
	const drilled: Drilled = { ...came, lost: 0, doubled: 0, failures: [], seconds: 0, notes: [] };
	process.stdout.write(`\n${JSON.stringify([drilled])}\n`);
}

/** A number from the environment. */
export const numberOf = (name: string, otherwise: number): number => Number(process.env[name] ?? otherwise);
