import { numberOf, printDrilled } from '../drilled.ts';
import { failCluster } from './fail-cluster.ts';

const AT_LENGTH = 20;

// What `run.ts` starts in the namespace of the clients. Whatever it leaves, `run.ts` clears away.
const [folder, minutes] = process.argv.slice(2);
const load = { devices: numberOf('DEVICES', 8), seed: numberOf('SEED', 1), port: numberOf('CLUSTER_PORT', 28_430) };
const untilMs = performance.now() + Number(minutes) * 60_000;
const faults = numberOf('CLUSTER_FAULTS', AT_LENGTH);
printDrilled([
	await failCluster({
		...load,
		faults,
		folder: folder!,
		untilMs,
		isLossy: numberOf('CLUSTER_LOSSES', Number(faults >= AT_LENGTH)) > 0
	})
]);
process.exit();
