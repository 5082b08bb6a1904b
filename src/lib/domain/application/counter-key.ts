/**
 * What applications are counted by: the next step, or the state where no step is next; whereabouts of packet and result (as in
 * counters, the result's empty while there is none); the regulation, empty where unknown.
 */
export type CounterKey = { step: string; packet: string; result: string; service: string };

/** Counters let the opening screen work without reading all applications. */
export const counterKey = ({ step, packet, result, service }: CounterKey): string =>
	[step, packet, result, service].join('|');

export function readCounterKey(key: string): CounterKey {
	const [step = '', packet = '', result = '', service = ''] = key.split('|');
	return { step, packet, result, service };
}

/** Sum of the counters whose keys pass the test. */
export function sumOfCounters(counters: ReadonlyMap<string, number>, test: (key: CounterKey) => boolean): number {
	let sum = 0;
	for (const [key, count] of counters) if (test(readCounterKey(key))) sum += count;
	return sum;
}
