/**
 * Before `npm start`: installs what is missing, unless a server of this folder runs already. Another version of a package under a
 * running server would end it at its next import, so the port is asked first. Plain JavaScript on whatever Node is there.
 */
import { spawnSync } from 'node:child_process';
import { isPortTaken, portTakenText } from './port-taken.js';

const port = Number(process.env['PORT'] ?? 3000);
const host = process.env['HOST'] || 'localhost';
// What is wrong with a setting is said by the start itself.
if (Number.isInteger(port) && port >= 0 && port <= 65_535 && (await isPortTaken({ port, host }))) {
	process.stderr.write(portTakenText(port));
	process.exit(1);
}
const npm = process.env['npm_execpath'];
const install = ['install', '--no-save', '--no-audit', '--no-fund'];
const [command, args] = npm ? [process.execPath, [npm, ...install]] : ['npm', install];
process.exitCode = spawnSync(command, args, { stdio: 'inherit' }).status ?? 1;
