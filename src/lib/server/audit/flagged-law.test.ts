import { expect, it } from 'vitest';
import { CENTER, Writer } from '#tests/contract/server-store-writer.ts';
import { JudgedServer } from '#tests/support/a-judged-server.ts';
import { openEmptyDatabase } from '#tests/support/people-database.ts';
import { type StaffId } from '#lib/domain/fact/ids.ts';
import { foldRegistry } from '#lib/domain/registry/registry.ts';
import { readFact } from '#lib/domain/fact/read-fact.ts';
import { namedParties } from '#lib/domain/fact/touched.ts';
import { type Fact } from '#lib/domain/fact/fact.ts';
import { createKyselyJournalStore } from '../store/kysely-journal-store.ts';
import { flaggedLaw } from './flagged-law.ts';

const AUTHORITY = 'authority-01' as typeof CENTER;

it('I157 the authority reads the flagged law of all orgs until it is settled, and then no more', async () => {
	const db = await openEmptyDatabase();
	const server = new JudgedServer(createKyselyJournalStore(db));
	await server.enters('chief', { org: AUTHORITY, role: 'authorityAdmin' });
	await server.enters('staff-1', { org: CENTER, role: 'centerInspector' });
	const told = () => flaggedLaw(db, { registry: foldRegistry([]), orgs: [] });
	expect(await told()).toEqual({ flags: [], more: false });

	const window = new Writer('J1');
	const dayOff = window.dayOff();
	window.accepted(1);
	await server.sync(window);
	const [flag, ...others] = (await told()).flags;
	expect(others).toEqual([]);
	expect(flag).toMatchObject({ text: dayOff.text, reasons: ['noRight'] });

	const read = readFact(dayOff.text, null);
	const fact = read.ok && read.known ? read.fact : ({} as Fact);
	const authority = new Writer('J9', AUTHORITY);
	authority.write(
		{
			type: 'flagSettled',
			subject: { kind: 'org', org: CENTER },
			on: [dayOff.id],
			body: { counts: true, what: 'calendarChanged', tell: namedParties(fact) },
			details: { text: 'бұйрық бар' }
		},
		undefined,
		{ actor: 'chief' as StaffId, role: 'authorityAdmin' }
	);
	await server.sync(authority);
	expect(await told()).toEqual({ flags: [], more: false });
	// The org of the day hears it too.
	expect(await server.streamOf(CENTER)).toContain(authority.facts[0]!.id);
});
