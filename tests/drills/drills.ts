/** A check that takes too long for `npm test`, which runs a short form of it. */
export type Drill = {
	/** One line for `npm run drill` without a name. */
	what: string;
	/** A script of this project, or a tool's in `node_modules`, and its arguments; it runs on the project's own Node. */
	command: readonly [script: string, ...args: string[]];
	/** Taken where the environment does not say otherwise. */
	env?: Readonly<Record<string, string>>;
};

const PLAYWRIGHT = [
	'node_modules/@playwright/test/cli.js',
	'test',
	'--config',
	'tests/e2e/playwright.config.ts'
] as const;
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
	disk: {
		what: 'the server’s disk filled and freed under load (FILLINGS, DISK_MIB, DEVICES, SEED)',
		command: ['tests/drills/disk/run.ts']
	},
	quota: {
		what: 'the disk of a window’s browser filled and freed (FILLINGS)',
		command: [...PLAYWRIGHT, 'quota.spec'],
		env: { FILLINGS: '8' }
	},
	browser: {
		what: 'the browser of a window killed in Accept, over lists and in sync (KILLS, SEED)',
		command: [...PLAYWRIGHT, 'killed-browser'],
		env: { KILLS: '50' }
	},
	offline: {
		what: 'a device without a line for a month, its server put back meanwhile (FACTS, SEED)',
		command: ['tests/drills/offline/run.ts']
	},
	clients: {
		what: 'the windows of the country at work with one server (CLIENTS, CLIENT_SECONDS, CLIENT_EVERY_MS, CLIENTS_ON=postgres, SEED)',
		command: ['tests/drills/clients/run.ts']
	},
	rolling: {
		what: 'the last release’s server beside the one of now on one PostgreSQL (RELEASE, KILLS, DEVICES, SEED)',
		command: ['tests/drills/rolling/run.ts']
	},
	cluster: {
		what: 'three machines with PostgreSQL under Patroni fail under load; as root on Debian (CLUSTER_FAULTS, CLUSTER_LOSSES, DEVICES, SEED)',
		command: ['tests/drills/cluster/run.ts']
	},
	hostile: {
		what: 'hostile requests against the built server (HOSTILE_REQUESTS, HOSTILE_SEED)',
		command: ['tests/hostile/run.ts'],
		env: { HOSTILE_REQUESTS: '20000' }
	}
};
