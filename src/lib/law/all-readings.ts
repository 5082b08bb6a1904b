import { parseReadings, type Reading } from './readings.ts';
import readingsData from './resolution-370/readings.json' with { type: 'json' };

/** Readings of the 42 contradictions of the resolution. Not in the catalog: only the screens of the law show them. */
export const readings: readonly Reading[] = parseReadings(readingsData);
