import { type OfficeFlag } from '#lib/domain/org/flag-acts.ts';
import { readFact } from '#lib/domain/fact/read-fact.ts';
import { type FlaggedLaw } from '#lib/protocol/flag-messages.ts';

/** A flag as the rules read it; `actorName` is the server's: the device does not know people of other orgs. */
export type ToldFlag = { item: OfficeFlag; actorName: string | null };

/** What the server told, without what a newer program wrote and this one cannot read. */
export const toldFlags = (flags: readonly FlaggedLaw[]): ToldFlag[] =>
	flags.flatMap(({ text, actorName, reasons, by, at }) => {
		const read = readFact(text, null);
		return read.ok && read.known
			? [{ item: { fact: read.fact, flag: { reasons, by, at, settled: null } }, actorName }]
			: [];
	});
