import { spawnSync } from 'node:child_process';

/** What git calls changed or new, one line each; null where there is no repository, as in an unpacked archive. */
export type TreeState = readonly string[] | null;

const LOCK = 'package-lock.json';
const MANIFEST = 'package.json';

export function readTree(root: string): TreeState {
	const { status, stdout } = spawnSync('git', ['status', '--porcelain', '--untracked-files=all'], {
		cwd: root,
		encoding: 'utf8'
	});
	return status === 0 ? stdout.split('\n').filter((line) => line !== '') : null;
}

/**
 * What a run of the tests left behind in the tree. A lock that differs while `package.json` does not was rewritten by the
 * install before the tests began, so it counts even if it was there already.
 */
export function changesOfTree(before: TreeState, after: TreeState): string[] {
	if (before === null || after === null) return [];
	const isChanged = (file: string): boolean => after.some((line) => line.slice(3) === file);
	const left = after.filter((line) => !before.includes(line));
	const gone = before.filter((line) => !after.includes(line));
	const rewritten = isChanged(LOCK) && !isChanged(MANIFEST);
	return [
		...left.map((line) => `changed by the tests: ${line}`),
		...gone.map((line) => `not there any more: ${line}`),
		...(rewritten ? [`${LOCK} was rewritten by an install: it is not whole`] : [])
	];
}
