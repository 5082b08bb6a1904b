/** A line of the server's log, as it writes it. */
type Line = { level?: number; msg?: string; err?: { code?: string; type?: string } };

const ERROR = 50;

/** What servers wrote down as errors: how often each, with the code of the database where there is one. */
export function loggedErrors(logs: readonly string[]): Record<string, number> {
	const errors = logs.flatMap((log) => log.split('\n').flatMap(errorIn));
	return Object.fromEntries([...Map.groupBy(errors, (text) => text)].map(([text, all]) => [text, all.length]));
}

function errorIn(line: string): string[] {
	try {
		const { level = 0, msg = '', err } = JSON.parse(line) as Line;
		return level < ERROR ? [] : [[msg, err?.code].filter(Boolean).join(' ')];
	} catch {
		// What a server prints at its start is no line of a log.
		return [];
	}
}
