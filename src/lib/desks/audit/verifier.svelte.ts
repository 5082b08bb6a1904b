import { type Role } from '#lib/domain/fact/ids.ts';
import { type Verifications } from '#lib/protocol/verification-messages.ts';
import { type Answer } from '#lib/device/live/server-calls.ts';

type Ports = {
	read: () => Promise<Answer<Verifications>>;
	verify: (as: Role) => Promise<Answer<{ started: boolean }>>;
	/** Calls after a while, unless it is stopped before. */
	later: (run: () => void) => () => void;
};

/** The runs of the server's verifier; looked at again while one is under way. */
export class Verifier {
	told = $state.raw<Verifications | null>(null);
	trouble = $state.raw<Exclude<Answer<unknown>, { ok: true }> | null>(null);
	busy = $state(false);
	/** Another run was under way when one was asked for. */
	already = $state(false);
	readonly #ports: Ports;
	#stop: () => void = () => undefined;

	constructor(ports: Ports) {
		this.#ports = ports;
	}

	get isRunning(): boolean {
		return this.told?.runs[0]?.outcome === 'running';
	}

	/** For the life of a screen: reads, and looks again while a run is under way. */
	start = (): (() => void) => {
		void this.read();
		return () => this.#stop();
	};

	read = async (): Promise<void> => {
		const answer = await this.#ports.read();
		if (answer.ok) [this.told, this.trouble] = [answer.value, null];
		else this.trouble = answer;
		this.#stop();
		if (this.isRunning) this.#stop = this.#ports.later(() => void this.read());
	};

	begin = async (as: Role): Promise<void> => {
		if (this.busy) return;
		[this.busy, this.already] = [true, false];
		const answer = await this.#ports.verify(as).finally(() => (this.busy = false));
		if (!answer.ok) {
			this.trouble = answer;
			return;
		}
		this.already = !answer.value.started;
		await this.read();
	};
}
