import { fold } from '#lib/domain/text/fold.ts';
import { type Regulation, type RequiredDocument } from './regulation.ts';

/** The entry of the regulation's list that a typed name stands for, in whichever language it was typed. */
export function catalogued(regulation: Regulation | undefined, name: string): RequiredDocument | undefined {
	const wanted = fold(name);
	return regulation?.requiredDocuments.find(({ kk, ru }) => fold(kk) === wanted || fold(ru) === wanted);
}
