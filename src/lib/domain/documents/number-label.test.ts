import { describe, expect, it } from 'vitest';
import { readCode } from '#lib/scanner/read-code.ts';
import { labelPayload, numberLabel } from './number-label.ts';
import { NUMBER, RESULT_NUMBER } from './testing/sample-inputs.ts';

const bare = { number: NUMBER, oldLabel: null, bodyName: null, madeOn: '2026-11-24', training: false };
const oldLabel = { service: 3, body: 'body-15', date: '2026-11-23' };

describe('the label of a paper known by its number only', () => {
	it('P26 holds number and codes and invents nothing', () => {
		const { codes, blocks } = numberLabel(bare);
		expect(codes).toEqual({ code128: NUMBER, qr: NUMBER });
		expect(blocks).toEqual([
			{
				type: 'sticker',
				grouped: '1000\u00a00700\u00a00427\u00a03142',
				lines: ['Құжаттар пакеті · Пакет документов', 'Қайта жапсырылды', 'Новая: 24.11.2026']
			}
		]);
	});

	it('P26 repeats what the old label told, for the next device that does not know the number', () => {
		const { codes, blocks } = numberLabel({ ...bare, oldLabel, bodyName: 'Шымкент' });
		expect(codes.qr).toBe(`TRZ1:${NUMBER}:3:body-15:2026-11-23`);
		expect(JSON.stringify(blocks)).toContain('Орган: Шымкент');
		expect(JSON.stringify(blocks)).toContain('23.11.2026');
	});

	it('P26 is read back as the number it was made for', () => {
		for (const number of [NUMBER, RESULT_NUMBER])
			expect(readCode(numberLabel({ ...bare, number }).codes.qr ?? '')).toMatchObject({ ok: true, number });
	});

	it('P26 takes nothing from another code: a receipt’s hash, a number that no service can have', () => {
		expect(labelPayload('3:Body-15:2026-11-23')).toEqual(oldLabel);
		expect(labelPayload('f00d')).toBeNull();
		expect(labelPayload('0:body-15:2026-11-23')).toBeNull();
		expect(labelPayload('100:body-15:2026-11-23')).toBeNull();
		expect(labelPayload('3:body-15:2026-11-23:x')).toBeNull();
		expect(labelPayload(null)).toBeNull();
	});
});
