/** Told whenever it becomes clear in which tab a draft is. */
type DraftPlace = {
	/** The draft is this tab's now. */
	mine: () => void;
	/** Another tab has it; `mine` follows when that tab lets it go, even by crashing. */
	elsewhere: () => void;
};

/**
 * One draft belongs to one tab at a time, by a Web Lock of its own: the browser gives it back when a tab dies.
 * @returns lets the draft go
 */
export function takeDraft(locks: LockManager | undefined, id: string, place: DraftPlace): () => void {
	let release: () => void = () => undefined;
	const held = new Promise<void>((resolve) => (release = resolve));
	let gone = false;
	const take = (lock: Lock | null) => {
		if (gone) return undefined;
		if (lock === null) {
			place.elsewhere();
			void locks!.request(name, take);
			return undefined;
		}
		place.mine();
		return held;
	};
	const name = `tereze:draft:${id}`;
	// Without locks (an old browser) there is no telling: the form stays usable.
	if (locks) void locks.request(name, { ifAvailable: true }, take);
	else place.mine();
	return () => {
		gone = true;
		release();
	};
}
