import { dirname } from 'node:path';
import { type ServerData } from '../../src/start/server-data.ts';

/** The data of a server whose database is this file of SQLite. */
export const dataAt = (file: string): ServerData => ({ database: { kind: 'sqlite', file }, dataDir: dirname(file) });
