import { buildIfChanged } from './build-if-changed.ts';
import { projectRoot } from './settings.ts';

// `npm start`: the build, unless it is there already, and then the server in this same process, so that a signal to npm
// ends the server itself and not only a shell around it.
if (!(await buildIfChanged(projectRoot()))) {
	process.stderr.write('The build failed; the server was not started.\n');
	process.exit(1);
}
await import('./server.ts');
