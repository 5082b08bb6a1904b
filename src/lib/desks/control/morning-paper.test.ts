import { beforeAll, describe, expect, it } from 'vitest';
import { controlClock } from '#lib/domain/control/control-clock.ts';
import { type ControlRow } from '#lib/domain/control/control-row.ts';
import { noFilter, urgentList } from '#lib/domain/control/urgent-list.ts';
import { paperText } from '#lib/domain/documents/testing/paper-text.ts';
import { type OrgId } from '#lib/domain/fact/ids.ts';
import { ALMATY } from '#lib/domain/time/zone.ts';
import { calendar } from '#lib/law/catalog.ts';
import { language } from '#lib/device/live/language.svelte.ts';
import { isPressing, morningPaper } from './morning-paper.ts';

const NOW = Date.UTC(2026, 10, 23, 6, 0);
const HOUR = 60 * 60_000;
const clock = controlClock(NOW, ALMATY, calendar);
const row = (number: string, more: Partial<ControlRow>): ControlRow => ({
	number,
	name: `Адам ${number}`,
	regulation: 'child-benefit-under-18',
	next: 'arrived',
	center: 'center-04' as OrgId,
	body: 'body-15' as OrgId,
	due: null,
	since: null,
	sinceBy: null,
	units: ['chancery'],
	executor: null,
	packetAt: 'head/body-15',
	packetSince: NOW - HOUR,
	resultAt: null,
	...more
});

describe('the morning sheet', () => {
	beforeAll(() => language.both());

	it('R51 names a paper that nobody has before every term, since when and whose it is to look for', () => {
		const lost = row('1000000000000001', { packetAt: 'unknown/missing' });
		const late = row('1000000000000002', { due: NOW - 2 * HOUR });
		const quiet = row('1000000000000003', {});
		const rows = [quiet, late, lost];
		const urgent = urgentList(rows, noFilter(), clock).filter(({ row }) => isPressing(row));
		expect(urgent.map(({ row }) => row.number)).toEqual([lost.number, late.number]);
		const text = paperText(morningPaper(rows, urgent, clock));
		expect(text).toContain('Түспеді');
		expect(text).toContain('Жинақтау бөлімінің инспекторы');
		expect(text.indexOf('Адам 1000000000000001')).toBeLessThan(text.indexOf('Адам 1000000000000002'));
	});
});
