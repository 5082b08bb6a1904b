import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../../..');
const MIGRATIONS = 'src/lib/server/migrations';
/** With it several processes can share a database. */
const SHARING = 'src/lib/server/store/news.ts';

const git = (...args: string[]): string => execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).trim();

/**
 * The release that an update comes from: `RELEASE`; else the newest tag; else what came before the newest change of the tables; where that
 * could not share a database yet, the first that could.
 */
export function lastRelease(): string {
	const named = process.env['RELEASE'] ?? git('tag', '--sort=-creatordate').split('\n')[0];
	if (named) return git('rev-parse', `${named}^{commit}`);
	const added = git('log', '--diff-filter=A', '--format=%H', '-1', '--', MIGRATIONS);
	const canShare = git('ls-tree', '--name-only', `${added}~1`, SHARING) !== '';
	return canShare ? git('rev-parse', `${added}~1`) : git('log', '--diff-filter=A', '--format=%H', '-1', '--', SHARING);
}

export type Release = { commit: string; program: string; remove: () => void };

/** Builds a release in a work tree of its own, with the packages of now where it names the same ones. */
export function buildRelease(commit: string): Release {
	const program = mkdtempSync(join(tmpdir(), 'tereze-release-'));
	const remove = () => {
		git('worktree', 'remove', '--force', program);
		rmSync(program, { recursive: true, force: true });
	};
	try {
		git('worktree', 'add', '--quiet', '--force', '--detach', program, commit);
		const run = (...args: string[]) =>
			execFileSync(process.execPath, args, { cwd: program, stdio: ['ignore', 'ignore', 'inherit'] });
		if (packagesOf(program) === packagesOf(ROOT))
			symlinkSync(join(ROOT, 'node_modules'), join(program, 'node_modules'));
		else execFileSync('npm', ['install', '--no-save', '--no-audit', '--no-fund'], { cwd: program, stdio: 'ignore' });
		run('node_modules/@sveltejs/kit/svelte-kit.js', 'sync');
		run('node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error');
		if (!existsSync(join(program, 'build/handler.js'))) throw new Error(`${commit} was not built`);
		return { commit, program, remove };
	} catch (error) {
		remove();
		throw error;
	}
}

function packagesOf(root: string): string {
	const read = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, unknown>;
	return JSON.stringify([read['dependencies'], read['devDependencies']]);
}
