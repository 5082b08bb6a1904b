import { numberOf, printDrilled } from '../drilled.ts';
import { buildRelease, lastRelease } from './release.ts';
import { rollOver } from './roll-over.ts';

// `npm run drill -- rolling`
const load = { devices: numberOf('DEVICES', 12), seed: numberOf('SEED', 1), port: numberOf('ROLLING_PORT', 28_460) };
const release = buildRelease(lastRelease());
try {
	printDrilled([await rollOver(release, { ...load, faults: numberOf('KILLS', 20) })]);
} finally {
	release.remove();
}
