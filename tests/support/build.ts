/** Builds the program as `npm start` would, as a tool of its own: what it says can be kept apart, and it ends by a signal. */
import { join } from 'node:path';
import { buildIfChanged } from '../../src/start/build-if-changed.ts';

process.exitCode = (await buildIfChanged(join(import.meta.dirname, '../..'))) ? 0 : 1;
