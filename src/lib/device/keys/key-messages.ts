import { type KeyHolder } from './key-holder.ts';

/** What a tab asks the worker that holds the keys: a method of the holder with its arguments. */
export type KeyQuestion = {
	[Method in keyof KeyHolder]: { id: number; method: Method; args: Parameters<KeyHolder[Method]> };
}[keyof KeyHolder];
type KeyAnswer = { id: number; answer: unknown };

/** @returns what the holder says to a question */
export async function answerOf(holder: KeyHolder, { id, method, args }: KeyQuestion): Promise<KeyAnswer> {
	const ask = holder[method] as (...args: unknown[]) => Promise<unknown>;
	return { id, answer: await ask(...args) };
}

/** The half of a port that both ends need. */
export type KeyPort = {
	postMessage: (message: unknown) => void;
	onmessage: ((event: MessageEvent) => unknown) | null;
};

/** A holder at the other end of a port. @param broken resolves where the other end cannot be: then `instead` holds the keys */
export function keyHolderAt(port: KeyPort, broken: Promise<unknown>, instead: KeyHolder): KeyHolder {
	const waiting = new Map<number, (answer: unknown) => void>();
	let [asked, isBroken] = [0, false];
	void broken.then(() => (isBroken = true));
	port.onmessage = ({ data }: MessageEvent<KeyAnswer>) => {
		waiting.get(data.id)?.(data.answer);
		waiting.delete(data.id);
	};
	const ask = async <Method extends keyof KeyHolder>(
		method: Method,
		...args: Parameters<KeyHolder[Method]>
	): Promise<Awaited<ReturnType<KeyHolder[Method]>>> => {
		const here = () => (instead[method] as (...args: unknown[]) => Promise<unknown>)(...args);
		const there = () =>
			new Promise<unknown>((resolve) => {
				const id = (asked += 1);
				waiting.set(id, resolve);
				port.postMessage({ id, method, args } as KeyQuestion);
			});
		const answer = isBroken ? here() : Promise.race([there(), broken.then(here)]);
		return (await answer) as Awaited<ReturnType<KeyHolder[Method]>>;
	};
	return {
		hold: (name, key) => ask('hold', name, key),
		has: (name) => ask('has', name),
		sign: (name, text) => ask('sign', name, text),
		drop: (person) => ask('drop', person)
	};
}
