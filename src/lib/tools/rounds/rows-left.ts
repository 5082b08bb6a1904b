import { type ApplicationSummary } from '#lib/domain/application/summary.ts';
import { openPapersOf } from '#lib/domain/register/open-papers.ts';
import { type RowsLeft, rowsLeft } from '#lib/domain/register/overtaken.ts';
import { applicationNumberOf } from '#lib/domain/number/paper-number.ts';
import { type KnownRegister } from './rounds.ts';

type Reader = { applications(numbers: readonly string[]): Promise<readonly ApplicationSummary[]> };

/** A register with what is still looked for on it, and what has come another way. */
type RegisterLeft = KnownRegister & { left: RowsLeft };

const numberOf = (paper: string): string => applicationNumberOf(paper);

/** Compares registers with where their papers are by now. */
export async function withRowsLeft(reader: Reader, registers: readonly KnownRegister[]): Promise<RegisterLeft[]> {
	const numbers = new Set(registers.flatMap(openPapersOf).map(numberOf));
	const rows = new Map((await reader.applications([...numbers])).map((row) => [row.number, row]));
	return registers.map((register) => ({
		...register,
		left: rowsLeft(register, (paper) => rows.get(numberOf(paper)))
	}));
}
