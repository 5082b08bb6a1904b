import { describe, expect, it } from 'vitest';
import { acknowledgement, maskDocumentNumber } from './acknowledgement.ts';
import { type PaperModel } from './paper-model.ts';
import { ACKNOWLEDGEMENT } from './testing/sample-inputs.ts';
import { paperText } from './testing/paper-text.ts';

const checkedOf = (model: PaperModel) =>
	model.blocks
		.flatMap((block) => (block.type === 'boxes' ? block.options : []))
		.filter((option) => option.checked)
		.map((option) => option.text.kk);

describe('the acknowledgement of a hand-out', () => {
	it('P15 says what was handed out, to whom, against which document and what came back', () => {
		const text = paperText(acknowledgement(ACKNOWLEDGEMENT));
		expect(text).toContain('118, 04.12.2026 · Парақ · Листов: 1');
		expect(text).toContain('Оспанов Ержан Қайратұлы');
		expect(text).toContain('жеке куәлік · удостоверение личности, № ••••••\u00a0417');
		expect(text).toContain('1 құжат · док., 2 парақ · л.');
		expect(text).toContain('07.12.2026, 15:20');
		expect(text).toContain('Результат мною получен.');
		expect(checkedOf(acknowledgement(ACKNOWLEDGEMENT))).toEqual(['хабарлама', 'өтініш беруші']);
	});

	it('P15 names the power of attorney of a proxy', () => {
		const recipient = { as: 'proxy', fullName: 'Ли Анна', proxyNumber: '4455', proxyDate: '2026-11-01' } as const;
		const model = acknowledgement({ ...ACKNOWLEDGEMENT, recipient });
		expect(checkedOf(model)).toContain('сенімхат бойынша');
		expect(paperText(model)).toContain('№ 4455, 01.11.2026');
	});

	it('P15 says for a refusal, and only then, that grounds and appeal were explained', () => {
		const refusal = acknowledgement({ ...ACKNOWLEDGEMENT, result: { ...ACKNOWLEDGEMENT.result, kind: 'refusal' } });
		expect(paperText(refusal)).toContain('Бас тартудың негізі мен шағымдану тәртібі түсіндірілді.');
		expect(checkedOf(refusal)[0]).toBe('дәлелді бас тарту');
		expect(paperText(acknowledgement(ACKNOWLEDGEMENT))).not.toContain('шағымдану');
	});

	it.each([
		['Анықтама', 'Справка'],
		['Жолдама', 'Направление'],
		['Хабарлама', 'Уведомление']
	])('P68 calls the result «%s», as the regulation does', (kk, ru) => {
		const model = acknowledgement({ ...ACKNOWLEDGEMENT, result: { ...ACKNOWLEDGEMENT.result, paper: { kk, ru } } });
		expect(checkedOf(model)[0]).toBe(kk.toLowerCase());
		expect(paperText(model)).toContain(ru.toLowerCase());
	});

	it('P68 names the applicant beside whoever takes the result, and who signs for one who cannot', () => {
		const recipient = { as: 'legal-representative', fullName: 'Ли Анна' } as const;
		const text = paperText(acknowledgement({ ...ACKNOWLEDGEMENT, recipient, signer: 'Ким Олег' }));
		expect(text).toContain('Ли Анна');
		expect(text).toContain(ACKNOWLEDGEMENT.applicant);
		expect(JSON.stringify(acknowledgement({ ...ACKNOWLEDGEMENT, signer: 'Ким Олег' }))).toContain('"value":"Ким Олег"');
		expect(JSON.stringify(acknowledgement(ACKNOWLEDGEMENT))).not.toContain('"value":"Ким');
	});

	it('P15 has a line for one who signs in place of a person who cannot', () => {
		expect(paperText(acknowledgement(ACKNOWLEDGEMENT))).toContain('Қол қоя алмағандықтан');
	});

	it('P2 shows no more of a document number than its last three signs', () => {
		expect(maskDocumentNumber('041 234 417')).toBe('••••••\u00a0417');
	});
});
