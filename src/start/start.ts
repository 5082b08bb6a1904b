import { buildIfChanged } from './build-if-changed.ts';
import { isPortTaken, portTakenText } from './port-taken.js';
import { projectRoot, settingsOrExit } from './settings.ts';

// `npm start`: the build, unless it is there already, and then the server in this same process, so that a signal to npm
// ends the server itself and not only a shell around it.
const refuse = (words: string): never => {
	process.stderr.write(words);
	process.exit(1);
};

const settings = settingsOrExit();
// Asked before anything is built: a server that runs here would be the one that is built over.
if (await isPortTaken(settings)) refuse(portTakenText(settings.port));
if (!(await buildIfChanged(projectRoot()))) refuse('The build failed; the server was not started.\n');
await import('./server.ts');
