import { type Register } from './register';

/** The papers of a register that are still looked for: all at its first check, later those not found and those left for tomorrow. */
export const openPapersOf = ({ rows }: Pick<Register, 'rows'>): string[] =>
	rows
		.filter(({ state }) => state === 'underway' || state === 'missing' || state === 'carried')
		.map(({ paper }) => paper);
