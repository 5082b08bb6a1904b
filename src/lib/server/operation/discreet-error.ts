/** What a log says of an error. */
type Told = {
	type: string;
	message?: string;
	/** Where it happened, without the message that a stack begins with. */
	stack?: string;
	cause?: Told;
} & Partial<Record<(typeof KEPT)[number], string | number>>;

/** What systems and databases say in words of their own. */
const KEPT = ['code', 'errcode', 'errno', 'syscall', 'path', 'table', 'constraint'] as const;
/** Their messages quote the text or the value that they did not take. */
const QUOTING = new Set(['SyntaxError', 'ValiError']);
const MOST_CAUSES = 5;

/** An error without what it may quote of people: names, numbers and whatever was typed. */
export function discreetError(error: unknown, causes = MOST_CAUSES): Told {
	if (!(error instanceof Error)) return { type: typeof error };
	const { name, message, stack, cause } = error;
	return {
		type: error.constructor.name === 'Error' ? name : error.constructor.name,
		...(QUOTING.has(name) ? {} : { message: masked(message) }),
		...Object.fromEntries(KEPT.map((key) => [key, keptOf(error, key)]).filter(([, value]) => value !== undefined)),
		stack: (stack ?? '')
			.split('\n')
			.filter((line) => /^\s+at /.test(line))
			.join('\n'),
		...(cause !== undefined && causes > 0 ? { cause: discreetError(cause, causes - 1) } : {})
	};
}

function keptOf(error: Error, key: (typeof KEPT)[number]): string | number | undefined {
	const value = (error as Partial<Record<(typeof KEPT)[number], unknown>>)[key];
	return typeof value === 'string' || typeof value === 'number' ? value : undefined;
}

/** Quoted texts, words in Cyrillic and long numbers are data: none of our own messages needs them. */
const masked = (message: string): string =>
	message
		.replace(/"[^"]*"|'[^']*'|`[^`]*`|“[^”]*”|«[^»]*»|\([^()]*\)/g, '…')
		.replace(/\p{Script=Cyrillic}[\p{Script=Cyrillic}\s-]*/gu, '…')
		.replace(/\+?\d(?:[\s().-]*\d){4,}/g, '…');
