import { numberOf, printDrilled } from '../drilled.ts';
import { sendByBadLines } from './bad-lines.ts';

// `npm run drill -- network`
const load = { devices: numberOf('DEVICES', 20), seed: numberOf('SEED', 1), port: numberOf('NETWORK_PORT', 28_420) };
printDrilled([await sendByBadLines({ ...load, faults: numberOf('PAUSES', 120) })]);
