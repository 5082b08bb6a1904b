import { type Asked } from '#lib/journal/act.ts';
import { actMany, type ManyOutcome, type Progress } from './act-many.ts';
import { desk } from '#lib/device/session/desk.svelte.ts';
import { syncing } from '#lib/device/live/syncing.svelte.ts';
import { holdReadings } from '#lib/device/live/watch.svelte.ts';

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

	async run(asked: readonly Asked[]): Promise<ManyOutcome> {
		[this.#stopped, this.outcome, this.progress] = [false, null, { done: 0, total: asked.length }];
		const letRead = holdReadings();
		try {
			this.outcome = await actMany(asked, (batch) => desk.journal.act(batch, desk.by()), {
				tell: (progress) => (this.progress = progress),
				isStopped: () => this.#stopped
			});
			syncing.poke();
			return this.outcome;
		} finally {
			letRead();
			this.progress = null;
		}
	}
}
