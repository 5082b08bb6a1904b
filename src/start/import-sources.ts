import { registerHooks } from 'node:module';

/**
 * From now on Node imports the program's own sources as they are written for the builder: without the ending `.ts`, and
 * JSON without saying so. For scripts that must work on a fresh clone, before the first build.
 */
export function importSources(): void {
	registerHooks({
		resolve: (specifier, context, next) => next(withEnding(specifier), context),
		load: (url, context, next) =>
			next(url, url.endsWith('.json') ? { ...context, importAttributes: { type: 'json' } } : context)
	});
}

function withEnding(specifier: string): string {
	const name = specifier.slice(specifier.lastIndexOf('/') + 1);
	return specifier.startsWith('.') && !name.includes('.') ? `${specifier}.ts` : specifier;
}
