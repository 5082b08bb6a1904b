import { describe, expect, it } from 'vitest';
import { checkRegulation } from '#lib/domain/regulation/regulation-checks.ts';
import { plainDate } from '#lib/domain/time/plain-date.ts';
import { readings } from './all-readings.ts';
import { builtInRegulation, calendar, directory, regulations, resolution } from './catalog.ts';
import { lawOf } from './law-of.ts';
import { literalTextOf } from './literal-text.ts';

const readingIds = readings.map(({ id }) => id);

/** Counts of the resolution, taken by hand from its annexes. */
const COUNTS = {
	stages: [6, 6, 8, 6, 6, 6, 6, 6],
	table1: [5, 5, 9, 5, 5, 5, 5, 6],
	table2: [5, 5, 8, 5, 6, 6, 6, 6],
	table3: [5, 5, 7, 5, 5, 5, 5, 5],
	centers: 21,
	bodies: 15,
	readings: 42
};

describe('the catalog of regulations', () => {
	it('G1 holds the eight services in order, each found by its id and version', () => {
		expect(regulations.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
		for (const regulation of regulations) {
			expect(builtInRegulation(regulation.id, regulation.version)).toBe(regulation);
			expect(builtInRegulation(regulation.id, regulation.version + 1)).toBeUndefined();
		}
		expect(builtInRegulation('no-such-service', 1)).toBeUndefined();
	});

	it('G2 has as many stages, actions, organisations and readings as the resolution', () => {
		expect(regulations.map(({ stages }) => stages.length)).toEqual(COUNTS.stages);
		expect(regulations.map(({ table1 }) => table1.actions.length)).toEqual(COUNTS.table1);
		expect(regulations.map(({ table2 }) => table2.actions.length)).toEqual(COUNTS.table2);
		expect(regulations.map(({ table3 }) => table3.actions.length)).toEqual(COUNTS.table3);
		expect(directory.centers).toHaveLength(COUNTS.centers);
		expect(directory.bodies).toHaveLength(COUNTS.bodies);
		expect(readings).toHaveLength(COUNTS.readings);
		expect(new Set(readingIds).size).toBe(COUNTS.readings);
	});

	it('G3 passes every cross-check', () => {
		expect(regulations.flatMap((regulation) => checkRegulation(regulation, { readingIds }))).toEqual([]);
	});

	it('G4 keeps the printed text beside the corrected one', () => {
		const benefit = builtInRegulation('child-benefit-under-18', 1);
		expect(benefit?.name.literal).toContain('дейiнгі'); // with the Latin i of the resolution
		expect(benefit?.name.kk).toBe('18 жасқа дейінгі балалары бар отбасыларға мемлекеттік жәрдемақылар тағайындау');
		expect(benefit?.name.ruMark).toBe('cited');
		expect(benefit?.table1.actions[5]?.completion).toEqual({
			kk: 'Құжаттарды басшылыққа тапсыру',
			ru: 'Передача документов руководству',
			literal: 'Құжаттарды уәкілетті органға тапсыру'
		});
	});

	it('G5 invents no law: no total term, and every suggested document and refusal ground is marked as an example', () => {
		for (const { totalTerm, requiredDocuments, refusalGrounds } of regulations) {
			expect(totalTerm).toBeUndefined();
			expect([...requiredDocuments, ...refusalGrounds].every(({ example }) => example === true)).toBe(true);
		}
		expect(builtInRegulation('child-benefit-under-18', 1)?.requiredDocuments).toHaveLength(6);
	});

	it('G50 on a day the versions in force are offered, one per service', () => {
		const law = lawOf([]);
		expect(law.inForce(plainDate('2026-11-23'))).toEqual(regulations);
		expect(law.inForce(plainDate('2011-01-01'))).toEqual([]);
		expect(law.versions('child-benefit-under-18').map(({ version }) => version)).toEqual([1]);
		expect(law.versions('no-such-service')).toEqual([]);
	});

	it('G6 shows the repeal with its date and never enforces it', () => {
		expect(resolution.repealed.date).toBe('2013-06-27');
		expect(regulations.every(({ validTo }) => validTo === null)).toBe(true);
	});

	it('G7 every reading is used by a regulation', () => {
		const used = new Set(regulations.flatMap((regulation) => regulation.readings));
		expect(readingIds.filter((id) => !used.has(id))).toEqual([]);
	});

	it('G8 loads the paragraphs as printed only when asked for', async () => {
		for (const { id, version } of regulations) {
			const text = await literalTextOf(id, version);
			expect(text?.paragraphs).toHaveLength(18);
			expect(await literalTextOf(id, version + 1)).toBeUndefined();
		}
		const text = await literalTextOf('child-benefit-under-18', 1);
		expect(text?.paragraphs[12]?.literal).toMatch(/^13\. Орталықта құжаттарды қабылдау/);
		expect(await literalTextOf('no-such-service', 1)).toBeUndefined();
	});

	it('T5 the calendar covers 2012 to 2027', () => {
		expect([calendar.from, calendar.to]).toEqual(['2012-01-01', '2027-12-31']);
	});
});
