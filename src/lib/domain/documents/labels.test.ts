import { describe, expect, it } from 'vitest';
import { packetLabel } from './packet-label.ts';
import { resultLabel } from './result-label.ts';
import { PACKET_LABEL, RESULT_LABEL, NUMBER, RESULT_NUMBER } from './testing/sample-inputs.ts';

describe('labels', () => {
	it('P6 hold number, service, sheets, place and dates and nothing about a person', () => {
		expect(packetLabel(PACKET_LABEL).blocks).toEqual([
			{
				type: 'sticker',
				grouped: '1000\u00a00700\u00a00427\u00a03142',
				lines: [
					'3 · Балаларға жәрдемақы',
					'Парақ · л.: 4',
					'Орган: Шымкент',
					'23.11.2026',
					'Мерзімі · Срок: 10.12.2026'
				]
			}
		]);
	});

	it('P6 do not tell whether a result is a notice or a refusal', () => {
		expect(resultLabel(RESULT_LABEL).blocks).toEqual([
			{
				type: 'sticker',
				grouped: '2000\u00a00700\u00a00427\u00a03194',
				lines: ['3 · Балаларға жәрдемақы', 'Нәтиже · Результат', 'Парақ · л.: 1', '№ 4 қалалық бөлім', '04.12.2026']
			}
		]);
	});

	it('P6 leave the due date out where no term is known', () => {
		expect(JSON.stringify(packetLabel({ ...PACKET_LABEL, dueOn: null }).blocks)).not.toContain('Мерзімі');
	});

	it('P7 tell a device without the record where the packet belongs', () => {
		expect(packetLabel(PACKET_LABEL).codes).toEqual({ code128: NUMBER, qr: `TRZ1:${NUMBER}:3:shymkent:2026-11-23` });
		expect(resultLabel(RESULT_LABEL).codes.qr).toBe(`TRZ1:${RESULT_NUMBER}:3:shymkent:2026-12-04`);
	});

	it('P6 cut a line that would not fit beside the QR', () => {
		const long = packetLabel({ ...PACKET_LABEL, bodyName: 'Шымкент қаласының жұмыспен қамту бөлімі' });
		const sticker = long.blocks[0];
		expect(sticker?.type === 'sticker' && sticker.lines[2]).toBe('Орган: Шымкент қаласының…');
	});
});
