import { describe, expect, it } from 'vitest';
import { STORES } from '#tests/contract/server-store-server.ts';
import { BODY, CENTER, Writer } from '#tests/contract/server-store-writer.ts';
import { aJudgedServer } from '#tests/support/a-judged-server.ts';
import { type FactDraft } from '#lib/domain/fact/fact.ts';
import { type OrgId, type Role, type StaffId } from '#lib/domain/fact/ids.ts';

const AUTHORITY = 'authority-01' as OrgId;
const as = (actor: string, role: Role) => ({ actor: actor as StaffId, role });
const of = (org: OrgId) => ({ kind: 'org', org }) as const;

describe.each(STORES)('judging who brings in regulations, %s', (kind) => {
	it('I161 a version that a Center’s administrator brings in is flagged where the authority has its own, and stands from before', async () => {
		const [server, window] = [await aJudgedServer(kind), new Writer('J1')];
		await server.enters('boss', { org: CENTER, role: 'centerHead' });
		await server.enters('admin', { org: CENTER, role: 'admin' });
		const body = { id: 'fuel-aid', version: 2, text: '{}', tell: [BODY] };
		const version: FactDraft = { type: 'regulationImported', subject: of(CENTER), body, details: null };
		window.write(version, 'byCenter', as('admin', 'admin'));
		const other = window.write(version, 'byHead', as('boss', 'centerHead'));
		await server.sync(window);
		expect(await server.saidTo(CENTER)).toEqual([`flagged ${other.id} 1`]);
		await server.enters('authority', { org: AUTHORITY, role: 'authorityAdmin', since: window.at });
		const late = window.write(version, 'byCenterLate', as('admin', 'admin'));
		await server.sync(window);
		expect(await server.saidTo(CENTER)).toEqual([`flagged ${other.id} 1`, `flagged ${late.id} 1`]);
	});

	it('I164 an import by one of two administrators is flagged, whatever it says of the other; agreed at the server, it is not', async () => {
		const server = await aJudgedServer(kind);
		for (const chief of ['chief', 'second']) await server.enters(chief, { org: AUTHORITY, role: 'authorityAdmin' });
		const desk = new Writer('J3', AUTHORITY);
		const version = (text: string): FactDraft => ({
			type: 'regulationImported',
			subject: of(AUTHORITY),
			body: { id: 'fuel-aid', version: 2, text, second: 'second' as StaffId, tell: [CENTER] },
			details: null
		});
		const chief = as('chief', 'authorityAdmin');
		await server.agrees('second', { id: 'agreed', text: '{}', org: AUTHORITY });
		desk.write(version('{}'), 'agreed', chief);
		const forged = desk.write(version('{"a":1}'), 'forged', chief);
		await server.sync(desk);
		expect(await server.saidTo(CENTER)).toEqual([`flagged ${forged.id} 1`]);
	});
});
