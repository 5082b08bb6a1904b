import { parseArgs } from 'node:util';

/** `file`: a copy under a name of its own. `folder`: where copies with our names lie; undefined is `backups` among the data. */
export type BackupTask =
	| { kind: 'help'; text: string }
	| { kind: 'wrong'; why: string }
	| { kind: 'copy'; file: string; verify: boolean }
	| { kind: 'series'; folder: string | undefined; keep: number | null; verify: boolean };

const HELP = `npm run backup -- [FILE] [--to FOLDER] [--keep N] [--verify]

Copies the database of a server that may be running. Without FILE the copy is named by the moment and lies in DATA_DIR/backups.

  --to FOLDER  another folder for copies that are named by the moment
  --keep N     of such copies the newest N stay, once this one is whole; files of other names are never touched
  --verify     restores the copy into a folder of its own and proves all of it; one that does not prove ends with code 1,
               is set apart as ….db.unproven, and no older copy is removed
  --help       this
`;

/** What the command line asks for; what is wrong with it comes as one line. */
export function readBackupOptions(args: string[]): BackupTask {
	let read;
	try {
		read = parseArgs({
			args,
			allowPositionals: true,
			options: {
				to: { type: 'string' },
				keep: { type: 'string' },
				verify: { type: 'boolean', default: false },
				help: { type: 'boolean', short: 'h' }
			}
		});
	} catch (error) {
		return wrong(error instanceof Error ? error.message : String(error));
	}
	const { values, positionals } = read;
	const { to: folder, keep, verify, help } = values;
	if (help) return { kind: 'help', text: HELP };
	const [file, ...more] = positionals;
	if (more.length > 0) return wrong(`One file, not ${positionals.length}: ${positionals.join(' ')}`);
	if (keep !== undefined && !/^[1-9]\d{0,3}$/.test(keep))
		return wrong(`--keep is a number from 1 to 9999, not ${keep}`);
	if (folder === '') return wrong('--to needs a folder');
	if (file === undefined) return { kind: 'series', folder, keep: keep === undefined ? null : Number(keep), verify };
	if (keep !== undefined || folder !== undefined)
		return wrong(
			`${keep === undefined ? '--to' : '--keep'} is for copies that are named by the moment: leave out ${file}`
		);
	return { kind: 'copy', file, verify };
}

const wrong = (why: string): BackupTask => ({ kind: 'wrong', why: `${why}\nnpm run backup -- --help says more.` });
