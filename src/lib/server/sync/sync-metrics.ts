import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from '@prometheus-io/client';

/** What the operators see of sync and of the process, in the form of Prometheus. One registry per server, so that tests do not share it. */
export function createSyncMetrics(listeners: () => number) {
	const registry = new Registry();
	const registers = [registry];
	collectDefaultMetrics({ register: registry });
	new Gauge({
		name: 'tereze_wake_listeners',
		help: 'Browsers that wait for news',
		registers,
		collect() {
			this.set(listeners());
		}
	});
	return {
		registry,
		requests: new Counter({
			name: 'tereze_sync_requests_total',
			help: 'Sync requests',
			labelNames: ['result'],
			registers
		}),
		facts: new Counter({
			name: 'tereze_sync_facts_total',
			help: 'Facts pushed by devices, resends included',
			registers
		}),
		unfitting: new Counter({
			name: 'tereze_facts_without_right_total',
			help: 'Facts that no act of their author’s role writes; they are kept',
			labelNames: ['type', 'role'],
			registers
		}),
		pulled: new Counter({ name: 'tereze_sync_pulled_total', help: 'Facts sent to devices', registers }),
		quarantined: new Gauge({ name: 'tereze_quarantine_open', help: 'Texts in quarantine', registers }),
		groups: new Histogram({
			name: 'tereze_sync_group_requests',
			help: 'Requests that shared one transaction',
			buckets: [1, 2, 5, 10, 20, 50, 100],
			registers
		}),
		seconds: new Histogram({
			name: 'tereze_sync_seconds',
			help: 'Time from request to answer',
			buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
			registers
		})
	};
}
export type SyncMetrics = ReturnType<typeof createSyncMetrics>;
