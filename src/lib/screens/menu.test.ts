import { describe, expect, it } from 'vitest';
import { RIGHTS, rolesWith } from '#lib/domain/acts/rights.ts';
import { type Role, RoleSchema } from '#lib/domain/fact/ids.ts';
import { acceptPlaceOf } from '#lib/tools/places/accept-place.ts';
import { handOutPlaceOf } from '#lib/tools/places/hand-out-place.ts';
import { firstScreenOf, menuOf } from './menu.ts';

const FOR_ALL = ['/work', '/journal', '/search', '/outbox', '/regulations', '/access', '/help'];
const ownOf = (role: Role) =>
	menuOf(role)
		.map(({ href }) => href)
		.filter((href) => !FOR_ALL.includes(href));

describe('the menu', () => {
	it.each<[Role, string[]]>([
		['centerInspector', ['/window/accept', '/window/hand-out', '/window/give', '/set-aside', '/closing']],
		[
			'accumulationInspector',
			[
				'/collection/collect',
				'/collection/registers',
				'/collection/arrivals',
				'/set-aside',
				'/control/discrepancies',
				'/closing'
			]
		],
		[
			'chancery',
			[
				'/body/counter',
				'/body/desk',
				'/body/ledger',
				'/body/hand-out',
				'/set-aside',
				'/control/discrepancies',
				'/closing'
			]
		],
		[
			'head',
			[
				...['/body/resolutions', '/body/signing', '/body/applications', '/body/ledger', '/body/people', '/set-aside'],
				...['/control', '/control/discrepancies', '/control/closing', '/admin/calendar']
			]
		],
		['executor', ['/body/examine', '/body/counter', '/body/ledger', '/body/hand-out', '/set-aside']],
		[
			'centerHead',
			['/body/people', '/set-aside', '/control', '/control/discrepancies', '/control/closing', '/admin/calendar']
		],
		[
			'admin',
			[
				...['/body/people', '/control/discrepancies', '/admin/calendar'],
				...['/admin/registry', '/admin/office', '/admin/devices', '/admin/audit', '/admin/journal']
			]
		],
		[
			'authorityAdmin',
			[
				'/overview',
				'/admin/registry',
				'/admin/office',
				'/admin/devices',
				'/admin/audit',
				'/admin/journal',
				'/admin/orgs'
			]
		],
		['overseer', ['/overview']],
		['auditor', ['/admin/registry', '/admin/office', '/admin/devices', '/admin/audit', '/admin/journal']]
	])('D104 offers %s the screens of their acts, and what everybody reads', (role, screens) => {
		expect(ownOf(role)).toEqual(screens);
		expect(menuOf(role).map(({ href }) => href)).toEqual(expect.arrayContaining(FOR_ALL));
	});

	it('I66 begins at the registry, the journal or the figures for a role without papers, at the own work for all others', () => {
		const begin = RoleSchema.options.filter((role) => firstScreenOf(role) === '/admin/registry');
		expect(begin).toEqual(['authorityAdmin']);
		expect(firstScreenOf('auditor')).toBe('/admin/journal');
		expect(firstScreenOf('overseer')).toBe('/overview');
		expect(firstScreenOf('admin')).toBe('/work');
		for (const role of RoleSchema.options) expect(menuOf(role).map(({ href }) => href)).toContain(firstScreenOf(role));
	});

	it('D104 leads to where a role accepts and hands out, as the keys do', () => {
		for (const role of RoleSchema.options) {
			const hrefs = ownOf(role);
			expect(hrefs.filter((href) => ['/window/accept', '/body/counter'].includes(href))).toEqual(
				[acceptPlaceOf(role)?.href].filter(Boolean)
			);
			expect(hrefs.filter((href) => href.endsWith('/hand-out'))).toEqual([handOutPlaceOf(role)?.href].filter(Boolean));
		}
	});

	it('D104 asks a right for what is only read, which writes nothing', () => {
		expect([rolesWith('readControl'), rolesWith('readLedger'), rolesWith('readAllOfBody')]).toEqual([
			['centerHead', 'head'],
			['chancery', 'executor', 'head'],
			['head']
		]);
		expect([RIGHTS.readControl.writes, RIGHTS.readLedger.writes, RIGHTS.readAllOfBody.writes].flat()).toEqual([]);
	});
});
