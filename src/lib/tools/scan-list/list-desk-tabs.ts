/** Tells the other tabs of this browser that an open list has changed. Drafts are no facts, so the journal says nothing of them. */
class ListTabs {
	#channel: BroadcastChannel | null = null;
	readonly #listeners = new Set<() => void>();

	listen(listener: () => void): () => void {
		this.#open();
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	tell(): void {
		this.#open().postMessage('changed');
	}

	/** Opened with the first list: not while pages are rendered without a browser. */
	#open(): BroadcastChannel {
		this.#channel ??= new BroadcastChannel('tereze:lists');
		this.#channel.onmessage = () => this.#listeners.forEach((listener) => listener());
		return this.#channel;
	}
}

export const listTabs = new ListTabs();
