import { duesOfTheLaw } from './dues-of-the-law.ts';

// Started as a process of its own with another time zone: prints how far that zone is from UTC, and all due times.
const minutesFromUtc = -new Date(2026, 6, 1).getTimezoneOffset();
process.stdout.write(JSON.stringify({ minutesFromUtc, dues: duesOfTheLaw() }));
