import { describe, expect, it } from 'vitest';
import { fitsRate } from '#lib/domain/time/slots.ts';
import { directory, builtInRegulation } from './catalog.ts';
import { findOrganisation, officeHoursOf, slotPlanOf } from '#lib/domain/org/directory.ts';

describe('the directory', () => {
	it('G9 every Center but the regional branch has its body, and the body names it back', () => {
		for (const center of directory.centers) {
			const serving = directory.bodies.filter(({ centers }) => centers.includes(center.id)).map(({ id }) => id);
			expect(serving, center.id).toEqual(center.body === null ? [] : [center.body]);
		}
		expect(directory.centers.filter(({ body }) => body === null).map(({ id }) => id)).toEqual(['center-01']);
		expect(directory.bodies.find(({ id }) => id === 'body-15')?.centers).toHaveLength(5);
	});

	it('G9 says where the body of a Center is uncertain: row 20, Абай', () => {
		expect(directory.centers.filter(({ bodyNote }) => bodyNote !== undefined).map(({ id }) => id)).toEqual([
			'center-01',
			'center-20'
		]);
	});

	it('G10 finds Centers and bodies by id', () => {
		expect(findOrganisation(directory, 'center-04')?.shortName).toEqual({
			kk: 'Шымкент қ. № 3 бөлім',
			ru: 'г. Шымкент, отдел № 3'
		});
		expect(findOrganisation(directory, 'body-12')?.phonesE164).toContain('+77254020198');
		expect(findOrganisation(directory, 'body-99')).toBeUndefined();
		const ids = [...directory.centers, ...directory.bodies].map(({ id }) => id);
		expect(new Set(ids).size).toBe(ids.length);
	});

	it('G11 bodies have the printed hours, longer ones for the service of annex 2; Centers’ hours are an example', () => {
		const body = findOrganisation(directory, 'body-15');
		const center = findOrganisation(directory, 'center-02');
		if (!body || !center) throw new Error('missing organisation');
		expect(officeHoursOf(directory, body)).toMatchObject({ open: 540, close: 1080, lunch: { from: 780, to: 840 } });
		const annex2 = builtInRegulation('employment-measures-referral', 1)?.officeHours;
		expect(officeHoursOf(directory, body, annex2)).toMatchObject({ close: 1140, lunch: { from: 780, to: 900 } });
		expect(officeHoursOf(directory, center, annex2)).toMatchObject({ open: 540, example: true });
	});

	it('T15 the example rounds fit the rates of table 1: three collections, at least two dispatches', () => {
		const actions = builtInRegulation('child-benefit-under-18', 1)?.table1.actions;
		const [collect, dispatch] = [actions?.[1]?.limit, actions?.[2]?.limit];
		if (!collect || !dispatch) throw new Error('missing limits');
		expect(slotPlanOf(directory)).toMatchObject({ collect: [630, 810, 1020], dispatch: [705, 990] });
		expect(fitsRate(slotPlanOf(directory).collect, collect)).toBe(true);
		expect(fitsRate(slotPlanOf(directory).dispatch, dispatch)).toBe(true);
	});
});
