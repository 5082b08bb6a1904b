import { resolve } from 'node:path';
import { runnerImport } from 'vite';

// Started as a process of its own by the crash test; Vite resolves the aliases and finds the migrations.
const alias = { $lib: resolve('src/lib'), $tests: resolve('tests') };
await runnerImport(resolve('tests/contract/server-store-crash-child.ts'), {
	configFile: false,
	logLevel: 'error',
	resolve: { alias }
});
