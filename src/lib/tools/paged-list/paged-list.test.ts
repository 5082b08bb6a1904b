import { describe, expect, it } from 'vitest';
import { type FactId, type OrgId, type StaffId } from '#lib/domain/fact/ids.ts';
import { type AuditEntry, type AuditResponse } from '#lib/protocol/registry-messages.ts';
import { listQuery, PagedList } from './paged-list.svelte.ts';
import { type Answer } from '#lib/device/live/server-calls.ts';

const ORG = 'center-04' as OrgId;
const ALL = { org: ORG, type: '', actor: '', about: '', from: '', to: '' };
const entry = (id: string): AuditEntry => ({
	id: id as FactId,
	type: 'windowSet',
	at: 0,
	actor: 'staff-106' as StaffId,
	actorName: null,
	role: 'admin',
	org: ORG,
	about: null,
	body: {}
});
const page = (next: number | null, ...ids: string[]): Answer<AuditResponse> => ({
	ok: true,
	value: { entries: ids.map(entry), next }
});

describe('the list of acts', () => {
	it('I85 asks for whole days of the law’s zone, and only for what was chosen', () => {
		expect(listQuery(ALL)).toEqual({ org: ORG });
		const query = listQuery({ ...ALL, type: 'windowSet', from: '2026-11-27', to: '2026-11-27' });
		expect(query).toMatchObject({ org: ORG, type: 'windowSet' });
		expect(new Date(Number(query['from'])).toISOString()).toBe('2026-11-26T19:00:00.000Z');
		expect(Number(query['to']) - Number(query['from'])).toBeGreaterThan(86_399_000 - 1);
		expect(Number(query['to']) - Number(query['from'])).toBeLessThanOrEqual(86_400_000);
		expect(listQuery({ ...ALL, from: '31.11' })).toEqual({ org: ORG });
	});

	it('I85 reads on below what is there, and stops at the end', async () => {
		const asked: Record<string, string>[] = [];
		const answers = [page(7, 'c', 'b'), page(null, 'a')];
		const list = new PagedList<AuditEntry>((query) => (asked.push(query), Promise.resolve(answers.shift()!)));
		await list.read(listQuery(ALL));
		await list.more();
		await list.more();
		expect(list.entries.map(({ id }) => id)).toEqual(['c', 'b', 'a']);
		expect(asked).toEqual([{ org: ORG }, { org: ORG, before: '7' }]);
	});

	it('I85 an answer to an earlier question does not replace that to a later one', async () => {
		const waiting: ((answer: Answer<AuditResponse>) => void)[] = [];
		const list = new PagedList<AuditEntry>(() => new Promise((resolve) => waiting.push(resolve)));
		const [first, second] = [list.read(listQuery(ALL)), list.read(listQuery({ ...ALL, type: 'windowSet' }))];
		waiting[1]!(page(null, 'new'));
		waiting[0]!(page(null, 'old'));
		await Promise.all([first, second]);
		expect(list.entries.map(({ id }) => id)).toEqual(['new']);
	});

	it('I85 keeps what was read when the line goes', async () => {
		const answers = [page(3, 'b'), { ok: false, offline: true } as const];
		const list = new PagedList<AuditEntry>(() => Promise.resolve(answers.shift()!));
		await list.read(listQuery(ALL));
		await list.more();
		expect([list.entries.length, list.next, list.trouble]).toEqual([1, 3, { ok: false, offline: true }]);
	});
});
