import { describe, expect, it } from 'vitest';
import { packetLabel } from './packet-label.ts';
import { printJobs } from './print-jobs.ts';
import { receipt } from './receipt.ts';
import { talon } from './talon.ts';
import { PACKET_LABEL, RECEIPT } from './testing/sample-inputs.ts';
import { TALON } from './testing/sample-letters.ts';

const [sheet, label] = [receipt(RECEIPT), packetLabel(PACKET_LABEL)];
const shape = (...given: Parameters<typeof printJobs>) =>
	printJobs(...given).map(({ printer, papers }) => [
		printer,
		papers.map(({ kind, strip }) => [kind, strip?.kind ?? null])
	]);

describe('the printers of a place', () => {
	it('H23 one printer: every paper is a sheet, the label a strip of the sheet of its application', () => {
		expect(shape([sheet, label], 'strip')).toEqual([['page', [['receipt', 'packet-label']]]]);
		expect(shape([label], 'strip'), 'a label alone').toEqual([['page', [['packet-label', 'packet-label']]]]);
		const [alone] = printJobs([label], 'strip')[0]?.papers ?? [];
		expect([alone?.format, alone?.blocks], 'nothing but the strip').toEqual(['A4-dense', []]);
		const ofTalon = packetLabel({ ...PACKET_LABEL, number: TALON.number });
		expect(shape([talon(TALON), ofTalon], 'strip'), 'with a talon, which has no roll here').toEqual([
			['page', [['talon', 'packet-label']]]
		]);
		const other = packetLabel({ ...PACKET_LABEL, number: TALON.number });
		expect(shape([sheet, other], 'strip'), 'of another application').toEqual([
			[
				'page',
				[
					['receipt', null],
					['packet-label', 'packet-label']
				]
			]
		]);
	});

	it('H23 a label printer too: each size is a job of its own, in the order of the papers', () => {
		expect(shape([sheet, label], 'apart')).toEqual([
			['page', [['receipt', null]]],
			['label', [['packet-label', null]]]
		]);
		expect(shape([label, label, sheet, talon(TALON)], 'apart').map(([printer]) => printer)).toEqual([
			'label',
			'page',
			'roll'
		]);
	});

	it('H23 a device that says nothing prints one file', () => {
		expect(shape([sheet, label], 'together')).toEqual([
			[
				'page',
				[
					['receipt', null],
					['packet-label', null]
				]
			]
		]);
		expect(printJobs([], 'apart')).toEqual([]);
	});
});
