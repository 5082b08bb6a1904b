import { actMany, type Job, type ManyOutcome, type Progress } from './act-many';
import { findApplications } from './acts';
import { decideAlone } from './decide-alone';
import { desk } from './desk.svelte';
import { syncing } from './syncing.svelte';
import { holdReadings } from './watch.svelte';

/** An act on many applications under way: how far it is, how to stop it, what came of it. */
export class BulkAct {
	progress = $state.raw<Progress | null>(null);
	outcome = $state.raw<ManyOutcome | null>(null);
	#stopped = false;

	get busy(): boolean {
		return this.progress !== null;
	}

	/** After the batch that is being recorded. */
	stop(): void {
		this.#stopped = true;
	}

	forget(): void {
		this.outcome = null;
	}

	async run(jobs: readonly Job[]): Promise<ManyOutcome> {
		[this.#stopped, this.outcome, this.progress] = [false, null, { done: 0, total: jobs.length }];
		const letRead = holdReadings();
		try {
			this.outcome = await actMany(
				jobs,
				{
					find: findApplications,
					record: async (drafts) => {
						const result = await desk.journal.append(() => drafts, desk.stamp());
						return result.ok ? { ok: true } : { ok: false, failure: result };
					},
					context: () => desk.decideContext(),
					alone: decideAlone
				},
				{ tell: (progress) => (this.progress = progress), isStopped: () => this.#stopped }
			);
			syncing.poke();
			return this.outcome;
		} finally {
			letRead();
			this.progress = null;
		}
	}
}
