import { importSources } from '../../src/start/import-sources.ts';

// Started as a process of its own with another time zone: prints how far that zone is from UTC, and all due times.
importSources();
const { duesOfTheLaw } = await import('./dues-of-the-law.ts');
const minutesFromUtc = -new Date(2026, 6, 1).getTimezoneOffset();
process.stdout.write(JSON.stringify({ minutesFromUtc, dues: duesOfTheLaw() }));
