/** A check that takes too long for `npm test`, which runs a short form of it. */
export type Drill = {
	/** One line for `npm run drill` without a name. */
	what: string;
	/** A script of this project, or a tool's in `node_modules`, and its arguments; it runs on the project's own Node. */
	command: readonly [script: string, ...args: string[]];
	/** Taken where the environment does not say otherwise. */
	env?: Readonly<Record<string, string>>;
};

const VITEST = 'node_modules/vitest/vitest.mjs';

export const DRILLS: Readonly<Record<string, Drill>> = {
	simulation: {
		what: 'thousands of further seeds of the simulation, one process (SIM_FROM, SIM_SEEDS, SIM_MORE)',
		command: [VITEST, 'run', '--project', 'simulation', '--maxWorkers=1', 'half.test.ts'],
		env: { SIM_FROM: '100001', SIM_SEEDS: '20000', SIM_MORE: 'restore,clone,relay' }
	},
	papers: {
		what: 'papers of random lengths up to the limits of their fields, each word read back (PAPERS_FROM, PAPERS_SEEDS)',
		command: [VITEST, 'run', '--project', 'unit*', '--maxWorkers=1', 'src/lib/print/every-word.test.ts'],
		env: { PAPERS_SEEDS: '60' }
	},
	kill: {
		what: 'servers killed under load, on SQLite, and two on one PostgreSQL with it (KILLS_ON_SQLITE, KILLS_ON_POSTGRES, DEVICES, SEED)',
		command: ['tests/drills/kill/run.ts']
	},
	restore: {
		what: 'a copy made under load, what came after it lost, the copy put back (RESTORES, DEVICES, SEED)',
		command: ['tests/drills/restore/run.ts']
	},
	network: {
		what: 'lines that delay, cut and duplicate what devices send (PAUSES, DEVICES, SEED)',
		command: ['tests/drills/network/run.ts']
	},
	hostile: {
		what: 'hostile requests against the built server (HOSTILE_REQUESTS, HOSTILE_SEED)',
		command: ['tests/hostile/run.ts'],
		env: { HOSTILE_REQUESTS: '20000' }
	}
};
