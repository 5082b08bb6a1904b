import { nativeSha256 } from '#lib/server/sync/read-arrival.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { CENTER, Writer } from '../contract/server-store-writer.ts';

/** `fact`; one whose body cannot be read; a text that is no envelope. */
export const TEXT_KINDS = ['fact', 'bad body', 'garbage'] as const;
export type TextKind = (typeof TEXT_KINDS)[number];

/** One journal that two stores went on writing: what they have in common, then what each wrote. */
export function twoBranches(common: readonly TextKind[], one: readonly TextKind[], other: readonly TextKind[]) {
	let serial = 0;
	const write = (writer: Writer, kinds: readonly TextKind[]): Writer => {
		for (const kind of kinds) writeText(writer, kind, (serial += 1));
		return writer;
	};
	const first = write(new Writer('J1', CENTER), common);
	const copy = first.clone();
	return [write(first, one), write(copy, other)] as const;
}

/** Texts that cannot be read at all are sent by nobody but their own device. */
export const canBeRelayed = ({ text }: StoredFact): boolean => text.startsWith('{');

function writeText(writer: Writer, kind: TextKind, serial: number): void {
	if (kind === 'fact') return void writer.accepted(serial);
	if (kind === 'garbage') return put(writer, `garbage ${serial}`);
	const before = writer.head;
	const { text } = writer.accepted(serial);
	writer.facts.pop();
	writer.head = before;
	put(writer, text.replace('"entry":"center"', '"entry":"moon"'));
}

function put(writer: Writer, text: string): void {
	writer.writeText(text, nativeSha256(text));
}
