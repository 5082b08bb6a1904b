/** The part of a log that is needed here. */
export type FaultLog = { error: (values: object, message: string) => void };

/**
 * Writes down what nobody expected: the log has the whole of it, whoever asked gets only the number to look for there.
 * @param where no query and no body: they may hold a name or a password
 * @returns that number
 */
export function noteFault(
	log: FaultLog,
	error: unknown,
	where: { method?: string | undefined; path?: string } = {}
): string {
	const id = crypto.randomUUID();
	log.error({ id, err: error, ...where }, 'unexpected');
	return id;
}
