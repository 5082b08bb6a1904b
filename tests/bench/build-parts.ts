import { join } from 'node:path';
import { build, type InlineConfig } from 'vite';

/** The parts of the benchmark that import the program's own modules: the page for Chromium, the client and the fillers for Node. */
export async function buildParts(
	root: string,
	folder: string
): Promise<{ page: string; client: string; fillReports: string; fillFacts: string }> {
	const here = join(root, 'tests/bench');
	const common: InlineConfig = {
		configFile: false,
		logLevel: 'warn',
		publicDir: false
	};
	const page = join(folder, 'page');
	await build({
		...common,
		root: join(here, 'page'),
		base: '/bench/',
		worker: { format: 'es', rolldownOptions: { output: { codeSplitting: false } } },
		build: { outDir: page, target: 'esnext', minify: false, emptyOutDir: true }
	});
	const client = join(folder, 'client');
	await build({
		...common,
		root: here,
		ssr: { noExternal: true },
		build: {
			ssr: true,
			outDir: client,
			target: 'esnext',
			minify: false,
			emptyOutDir: true,
			rolldownOptions: {
				input: {
					client: join(here, 'node/client.ts'),
					'fill-reports': join(here, 'node/fill-reports.ts'),
					'fill-facts': join(here, 'node/fill-facts.ts')
				}
			}
		}
	});
	return {
		page,
		client: join(client, 'client.js'),
		fillReports: join(client, 'fill-reports.js'),
		fillFacts: join(client, 'fill-facts.js')
	};
}
