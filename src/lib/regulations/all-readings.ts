import { parseReadings, type Reading } from './readings';
import readingsData from './resolution-370/readings.json';

/** How the 42 contradictions of the resolution are read. Apart from the catalog: only the screens of the law show them. */
export const readings: readonly Reading[] = parseReadings(readingsData);
