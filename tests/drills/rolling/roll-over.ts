import { type DatabasePlace } from '#lib/server/store/engine.ts';
import { askPostgres, startPostgres } from '#tests/support/start-postgres.ts';
import { type Drilled } from '../drilled.ts';
import { DrilledServer } from '../drilled-server.ts';
import { type LoadOptions, underLoad } from '../under-load.ts';
import { type Release } from './release.ts';

/**
 * A release's server works on a PostgreSQL when one of now begins beside it, and changes the tables. Devices change between the two with
 * every request, while the new one is killed and started again; in the end the old one is stopped, as an update does.
 */
export async function rollOver({ commit, program }: Release, options: LoadOptions): Promise<Drilled> {
	const database = await startPostgres({ isDurable: true });
	await askPostgres(database.urlOf('postgres'), 'create database tereze');
	const place: DatabasePlace = { kind: 'postgres', url: database.urlOf('tereze'), pool: 1 };
	const before = new DrilledServer(options.port, place.url, { program });
	const after = new DrilledServer(options.port + 1, place.url);
	try {
		await before.start();
		const { epoch, schema: old } = await before.health();
		after.takeSecretOf(before);
		await after.start();
		const { schema } = await after.health();
		const drilled = await underLoad({
			drill: 'rolling',
			bases: [before.origin, after.origin],
			place,
			options,
			fail: async () => {
				await after.kill();
				await after.start();
			},
			check: async () => {
				const states = [await before.health(), await after.health()];
				await before.stop();
				return [
					...(states.every((each) => each.epoch === epoch) ? [] : ['A new epoch began, though nothing was lost']),
					...states.flatMap(({ state, reasons }) => (state === 'failing' && old === schema ? reasons : []))
				];
			}
		});
		const notes = [`${commit.slice(0, 8)} (tables ${old}) beside the program of now (tables ${schema})`];
		return { ...drilled, notes: [...notes, ...drilled.notes] };
	} finally {
		await Promise.all([before.end(), after.end()]);
		await database.stop();
	}
}
