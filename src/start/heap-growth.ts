import { setFlagsFromString } from 'node:v8';

/** By how much the heap may grow beyond what was alive at the last collection. */
const PERCENT = 100;

/**
 * With much memory free V8 lets the heap grow to about five times what is alive before it collects all of it: for the streams of 3,000
 * windows that is half a gigabyte of garbage. At twice what is alive collections cost a few hundredths more of a busy processor.
 */
export const limitHeapGrowth = (): void => setFlagsFromString(`--heap-growing-percent=${PERCENT}`);
