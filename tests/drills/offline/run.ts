import { numberOf, printDrilled } from '../drilled.ts';
import { monthOffline } from './month-offline.ts';

// `npm run drill -- offline`
const options = { facts: numberOf('FACTS', 5000), seed: numberOf('SEED', 1), port: numberOf('OFFLINE_PORT', 28_450) };
printDrilled([await monthOffline(options)]);
