import { existsSync, readFileSync } from 'node:fs';
import * as v from 'valibot';

export type Count = { passed: number; failed: number };

const VitestReport = v.object({ numPassedTests: v.number(), numFailedTests: v.number() });
const PlaywrightReport = v.object({
	stats: v.object({ expected: v.number(), unexpected: v.number(), flaky: v.number() })
});

/** @param ok whether the runner ended well; if it did not and no test failed, the run itself counts as one failure */
export const countVitest = (file: string, ok: boolean): Count => {
	const report = read(file, VitestReport);
	return count(report?.numPassedTests, report?.numFailedTests, ok);
};

/** A test that passes only when repeated has failed. */
export const countPlaywright = (file: string, ok: boolean): Count => {
	const stats = read(file, PlaywrightReport)?.stats;
	return count(stats?.expected, stats && stats.unexpected + stats.flaky, ok);
};

const count = (passed = 0, failed = 0, ok: boolean): Count => ({ passed, failed: ok ? failed : Math.max(failed, 1) });

const read = <Schema extends v.GenericSchema>(file: string, schema: Schema): v.InferOutput<Schema> | undefined =>
	existsSync(file) ? v.parse(schema, JSON.parse(readFileSync(file, 'utf8'))) : undefined;
