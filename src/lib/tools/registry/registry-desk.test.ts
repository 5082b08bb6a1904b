import { describe, expect, it } from 'vitest';
import { type FactId, type OrgId, type StaffId } from '#lib/domain/fact/ids.ts';
import { type RegistryRequest, type RegistryResponse, type RegistryView } from '#lib/protocol/registry-messages.ts';
import { type Answer } from '#lib/device/live/server-calls.ts';
import { RegistryDesk } from './registry-desk.svelte.ts';

const CENTER = 'center-04' as OrgId;
const LEAVES = [{ kind: 'leave' as const, staff: 'staff-101' as StaffId }];
const COMES = [{ kind: 'giveRole' as const, staff: 'staff-101' as StaffId, role: 'admin' as const }];
const VIEW: RegistryView = { orgs: [], org: CENTER, people: [], devices: [], serverTime: 0 };
const DONE: Answer<RegistryResponse> = { ok: true, value: { ok: true, codes: [], badges: [] } };
const LOST: Answer<never> = { ok: false, offline: true };

/** A desk at a server that gives these answers; what it was asked, and how often the registry was read. */
function aDesk(...answers: Answer<RegistryResponse>[]) {
	const [asked, read]: [RegistryRequest[], (OrgId | undefined)[]] = [[], []];
	let ids = 0;
	const desk = new RegistryDesk({
		read: async (org) => (read.push(org), { ok: true, value: VIEW }),
		act: async (request) => (asked.push(request), answers.shift() ?? DONE),
		audit: async () => LOST,
		newId: () => `id-${++ids}` as FactId
	});
	return { desk, asked, read };
}

describe('acts of the desk of people', () => {
	it('I60 an act whose answer was lost is asked again with its id, until it is answered', async () => {
		const { desk, asked } = aDesk(LOST, LOST, DONE, DONE);
		for (let turn = 0; turn < 4; turn += 1) await desk.act('admin', LEAVES);
		expect(asked.map(({ id }) => id)).toEqual(['id-1', 'id-1', 'id-1', 'id-2']);
	});

	it('I60 other commands, another role and a preview are acts of their own', async () => {
		const { desk, asked } = aDesk(LOST, DONE, DONE, DONE);
		await desk.act('admin', LEAVES);
		await desk.act('admin', COMES);
		await desk.act('authorityAdmin', LEAVES);
		await desk.act('admin', LEAVES, true);
		expect(new Set(asked.map(({ id }) => id)).size).toBe(4);
	});

	it('I60 reads the registry again after an act that was allowed, and only then', async () => {
		const refused: RegistryResponse = { ok: false, refused: [{ place: 0, code: 'lastAdmin', params: {} }] };
		const { desk, read } = aDesk({ ok: true, value: refused }, LOST, DONE);
		await desk.read(CENTER);
		await desk.act('admin', LEAVES);
		await desk.act('admin', COMES);
		expect(read).toEqual([CENTER]);
		await desk.act('admin', COMES, true);
		expect(read).toEqual([CENTER]);
		await desk.act('admin', COMES);
		expect(read).toEqual([CENTER, CENTER]);
		expect(desk.busy).toBe(false);
	});
});
