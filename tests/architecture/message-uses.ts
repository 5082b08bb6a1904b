import { REFUSAL_CODES } from '#lib/domain/application/refusal.ts';
import { factForms } from '#lib/domain/fact/fact.ts';
import { type ProjectFile } from './project-files.ts';

/** What follows a template that stands for a whole area, where its own file does not name the values. */
const FOLLOWS: Readonly<Record<string, readonly string[]>> = {
	refusals: REFUSAL_CODES,
	story: Object.keys(factForms),
	applicant: ['original', 'copy']
};

const PLURAL = /_(?:zero|one|two|few|many|other)$/;
const KEY = /['"`]([a-z]\w*(?:\.[\w-]+)+)['"`]/g;
const TEMPLATE = /[`'"]([a-z]\w*(?:\.\w+)*\.(?:[\w.]*\$\{[^{}`]*\})+[\w.]*)/g;
const QUOTED = /['"]([\w-]+)['"]/g;

/** A line of a comment names nothing: `refusals.${code}` in a docstring is no use. */
const withoutComments = (text: string) => text.replace(/^\s*(?:\/\/|\/?\*).*$/gm, '').replace(/<!--.*?-->/gs, '');

/** The message key without its ending of a plural, which the engine adds. */
const plain = (key: string) => key.replace(PLURAL, '');

/**
 * Keys that no file names: neither in full ('scan.last') nor by a template (`scan.rows.${state}`). A template under an
 * area's name alone (`story.${type}`) reaches only the values that its own file names, or those of `FOLLOWS`; under a
 * narrower name it reaches every key directly there.
 */
export function unusedKeys(keys: readonly string[], files: readonly ProjectFile[]): string[] {
	const full = new Set<string>();
	const reached: ((key: string) => boolean)[] = [];
	for (const { text } of files) {
		const code = withoutComments(text);
		for (const [, key] of code.matchAll(KEY)) full.add(key!);
		const quoted = new Set([...code.matchAll(QUOTED)].map(([, word]) => word!));
		for (const [, template] of code.matchAll(TEMPLATE)) reached.push(reachOf(template!, quoted));
	}
	return keys.filter((key) => !full.has(plain(key)) && !reached.some((reaches) => reaches(plain(key))));
}

function reachOf(template: string, quoted: ReadonlySet<string>): (key: string) => boolean {
	const parts = template.split(/\$\{[^{}]*\}/).map((part) => part.replaceAll('.', '\\.'));
	const pattern = new RegExp(`^${parts.join('([\\w-]+)')}$`);
	const area = /^(\w+)\.\$\{/.exec(template)?.[1];
	return (key) => {
		const value = pattern.exec(key)?.[1];
		if (value === undefined) return false;
		return area === undefined || (FOLLOWS[area]?.includes(value) ?? quoted.has(value));
	};
}
