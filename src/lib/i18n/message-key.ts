import { type messagesKk } from './messages-kk.ts';

/** The tree of messages; the Kazakh one is the pattern, the Russian one has the same keys (test W1). */
export type Messages = typeof messagesKk;

type Leaf<T, Path extends string = ''> = T extends string
	? Path
	: { [K in keyof T & (string | number)]: Leaf<T[K], Path extends '' ? `${K}` : `${Path}.${K}`> }[keyof T &
			(string | number)];

/** Every key with dots, such as `'accept.clockText'`. */
export type MessageKey = Leaf<Messages>;

type At<T, Path extends string> = Path extends `${infer Head}.${infer Rest}`
	? Head extends keyof T
		? At<T[Head], Rest>
		: Head extends `${infer N extends number}`
			? N extends keyof T
				? At<T[N], Rest>
				: never
			: never
	: Path extends keyof T
		? T[Path]
		: Path extends `${infer N extends number}`
			? N extends keyof T
				? T[N]
				: never
			: never;

type Names<Text> = Text extends `${string}{{${infer Name}}}${infer Rest}` ? Name | Names<Rest> : never;

/** Names of the placeholders of a message, `never` when it has none. */
type PlaceholderOf<Key extends MessageKey> = Names<At<Messages, Key>>;

/**
 * Values of placeholders. A number is written with groups («12 500»); a number that is a name (device, serial, phone)
 * comes as a string and stays as it is.
 */
export type MessageValue = string | number;

/** The arguments after the key: none for a message without placeholders, else exactly its placeholders. */
export type MessageParams<Key extends MessageKey> = [PlaceholderOf<Key>] extends [never]
	? []
	: [params: Readonly<Record<PlaceholderOf<Key>, MessageValue>>];
