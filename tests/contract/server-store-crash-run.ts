import { resolve } from 'node:path';
import { runnerImport } from 'vite';

// Started as a process of its own by the crash test; Vite finds the migrations.
await runnerImport(resolve('tests/contract/server-store-crash-child.ts'), {
	configFile: false,
	logLevel: 'error'
});
