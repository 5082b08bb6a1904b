import { type OrgId } from '#lib/domain/fact/ids.ts';

export type WakeHub = {
	/** Says to all who listen for these orgs that there is something for them. */
	wake: (orgs: Iterable<OrgId>) => void;
	/** The same for whatever org somebody listens. */
	wakeAll: () => void;
	/** @returns a function that ends it */
	listen: (org: OrgId, woken: () => void) => () => void;
	listeners: () => number;
};

/** Who waits for news of which org, in this process. */
export function createWakeHub(): WakeHub {
	const byOrg = new Map<OrgId, Set<() => void>>();
	return {
		wake: (orgs) => {
			for (const org of orgs) for (const woken of byOrg.get(org) ?? []) woken();
		},
		wakeAll: () => {
			for (const listeners of byOrg.values()) for (const woken of listeners) woken();
		},
		listen: (org, woken) => {
			const listeners = byOrg.get(org) ?? new Set();
			byOrg.set(org, listeners.add(woken));
			return () => {
				listeners.delete(woken);
				if (listeners.size === 0 && byOrg.get(org) === listeners) byOrg.delete(org);
			};
		},
		listeners: () => [...byOrg.values()].reduce((sum, { size }) => sum + size, 0)
	};
}

/**
 * A stream of server-sent events for one listener: an event when there is something, a comment now and then, so that proxies
 * do not close the connection and a dead one is noticed.
 * @param ended called once when nobody listens any more
 */
export function wakeStream(
	hub: WakeHub,
	org: OrgId,
	heartbeatMs: number,
	ended: () => void = () => undefined
): ReadableStream<Uint8Array> {
	const encoder = new TextEncoder();
	let end = (): void => undefined;
	return new ReadableStream({
		start(controller) {
			const say = (text: string): void => controller.enqueue(encoder.encode(text));
			const stop = hub.listen(org, () => say('data: wake\n\n'));
			const beat = setInterval(() => say(': here\n\n'), heartbeatMs);
			end = () => {
				clearInterval(beat);
				stop();
				ended();
			};
			// How soon the browser tries again after the line broke: what waits on the device leaves then.
			say('retry: 1500\n\n');
		},
		cancel: () => end()
	});
}
