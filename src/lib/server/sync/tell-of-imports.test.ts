import { describe, expect, it } from 'vitest';
import { aServer, STORES } from '#tests/contract/server-store-server.ts';
import { BODY, CENTER, Writer } from '#tests/contract/server-store-writer.ts';
import { type FactDraft } from '#lib/domain/fact/fact.ts';
import { type OrgId } from '#lib/domain/fact/ids.ts';
import { tellOfImports } from './tell-of-imports.ts';

const AUTHORITY = 'authority-01' as OrgId;
const subject = { kind: 'org', org: CENTER } as const;
const version = (number: number): FactDraft => ({
	type: 'regulationImported',
	subject,
	body: { id: 'fuel-aid', version: number, text: '{}', tell: [BODY] },
	details: null
});
const dayOff: FactDraft = {
	type: 'calendarChanged',
	subject,
	body: { date: '2026-11-26', day: 'dayOff', tell: [BODY] },
	details: null
};

describe.each(STORES)('what the authority knows of the law, %s', (kind) => {
	it('I162 it is sent every import that a Center told others alone, once, and no day of a district', async () => {
		const { store, sync, streamOf } = await aServer(kind);
		const center = new Writer('J1');
		const two = center.write(version(2));
		center.write(dayOff);
		await sync(center);
		expect(await tellOfImports(store, AUTHORITY)).toBe(1);
		expect(await tellOfImports(store, AUTHORITY)).toBe(0);
		expect(await streamOf(AUTHORITY)).toEqual([two.id]);
		const three = center.write(version(3));
		await sync(center, 2);
		expect(await tellOfImports(store, AUTHORITY)).toBe(1);
		expect(await streamOf(AUTHORITY)).toEqual([two.id, three.id]);
	});
});
