import { describe, expect, it } from 'vitest';
import { type PasswordRefusal } from '#lib/domain/org/new-password.ts';
import { NewPassword } from './new-password.svelte.ts';
import { type Answer } from '#lib/device/live/server-calls.ts';

const refused = (weakness: PasswordRefusal): Answer<unknown> => ({
	ok: false,
	offline: false,
	problem: { type: 'about:blank', title: 'Weak', status: 422, code: 'weakPassword', weakness }
});

describe('a new password on the screen', () => {
	it('N130 is judged when its typing is finished, not letter by letter', () => {
		const typed = new NewPassword();
		typed.value = 'қысқа';
		expect(typed.valueError).toBe('');
		typed.finished('value');
		expect(typed.valueError).toBe('Құпиясөз кемінде 12 таңбадан тұрады. Терілгені: 5');
		typed.value = 'тынық мұхит үш кеме';
		expect(typed.valueError).toBe('');
	});

	it('N130 an empty field says nothing until it is sent', () => {
		const typed = new NewPassword();
		typed.finished('value');
		expect(typed.valueError).toBe('');
		expect(typed.wrongField()).toBe('value');
		expect(typed.valueError).toContain('Терілгені: 0');
	});

	it('N130 is typed twice, and both stay where they differ', () => {
		const typed = new NewPassword();
		[typed.value, typed.again] = ['тынық мұхит үш кеме', 'тынық мұхит үш кемe'];
		expect(typed.wrongField()).toBe('again');
		expect(typed.againError).toBe('Екі құпиясөз бірдей емес. Салыстырып, түзетіңіз.');
		expect(typed.value).toBe('тынық мұхит үш кеме');
		typed.again = typed.value;
		expect(typed.wrongField()).toBeNull();
	});

	it('N130 has the server’s verdict at the field, in the sentence of its reason, until another one is typed', () => {
		const typed = new NewPassword();
		[typed.value, typed.again] = ['қазақстан123', 'қазақстан123'];
		expect(typed.wrongField()).toBeNull();
		expect(typed.takeVerdict(refused('guessable'))).toBe(true);
		expect(typed.valueError).toContain('табу оңай');
		expect(typed.wrongField()).toBe('value');
		typed.value = 'қазақстан1234';
		expect(typed.valueError).toBe('');
		expect(typed.takeVerdict({ ok: false, offline: true })).toBe(false);
	});
});
