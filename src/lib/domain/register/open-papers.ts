import { type Register } from './register.ts';

/** The papers of a register that are still looked for: all at its first check, later those not found and those left for tomorrow. */
export const openPapersOf = ({ rows }: Pick<Register, 'rows'>): string[] =>
	rows
		.filter(({ state }) => state === 'underway' || state === 'missing' || state === 'carried')
		.map(({ paper }) => paper);

/** Whether a register is waited for: it has not been checked yet, or a row of it was left for tomorrow. What is missing has its reason. */
export const isAwaited = ({ arrivedAt, rows }: Pick<Register, 'arrivedAt' | 'rows'>): boolean =>
	arrivedAt === null || rows.some(({ state }) => state === 'carried');
