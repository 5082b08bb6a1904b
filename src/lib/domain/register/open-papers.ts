import { type Register } from './register.ts';

/** The open papers of a register: all before its first check, later those not found and those left for the next day. */
export const openPapersOf = ({ rows }: Pick<Register, 'rows'>): string[] =>
	rows
		.filter(({ state }) => state === 'underway' || state === 'missing' || state === 'carried')
		.map(({ paper }) => paper);

/** Whether a register is awaited: it has not been checked yet, or a row was left for the next day. Missing papers have a reason. */
export const isAwaited = ({ arrivedAt, rows }: Pick<Register, 'arrivedAt' | 'rows'>): boolean =>
	arrivedAt === null || rows.some(({ state }) => state === 'carried');
