import { type Bilingual, type LetterheadBlock } from './paper-model.ts';

/** An office as printed on its papers. An empty phone is left out. */
export type Office = { readonly name: Bilingual; readonly address: string; readonly phone: string };

/** Name in both languages, address and phone, with the standing marks of the paper. */
export function officeLetterhead({ name, address, phone }: Office, marks: readonly Bilingual[]): LetterheadBlock {
	const contact = [address, phone === '' ? '' : `тел. ${phone}`].filter((part) => part !== '').join(' · ');
	return { type: 'letterhead', name, lines: contact === '' ? [] : [contact], marks };
}
