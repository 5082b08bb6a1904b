import { numberOf, printDrilled } from '../drilled.ts';
import { fillDisk } from './fill-disk.ts';

// `npm run drill -- disk`
const load = { devices: numberOf('DEVICES', 12), seed: numberOf('SEED', 1), port: numberOf('DISK_PORT', 28_440) };
const filling = { ...load, faults: numberOf('FILLINGS', 30), diskMiB: numberOf('DISK_MIB', 384) };
printDrilled([await fillDisk(filling), await fillDisk({ ...filling, by: 'limit' })]);
