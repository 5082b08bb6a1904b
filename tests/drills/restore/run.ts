import { numberOf, printDrilled } from '../drilled.ts';
import { restoreUnderLoad } from './restore-server.ts';

// `npm run drill -- restore`
const load = { devices: numberOf('DEVICES', 12), seed: numberOf('SEED', 1), port: numberOf('RESTORE_PORT', 28_410) };
printDrilled([await restoreUnderLoad({ ...load, faults: numberOf('RESTORES', 30) })]);
