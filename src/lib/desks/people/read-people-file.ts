/**
 * The text of a file of people: UTF-8, what spreadsheets call Unicode text (UTF-16 with its mark), and otherwise windows-1251, in which
 * they still save lists.
 */
export function textOfPeopleFile(bytes: Uint8Array): string {
	const [first, second] = bytes;
	if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
	if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return new TextDecoder('windows-1251').decode(bytes);
	}
}
