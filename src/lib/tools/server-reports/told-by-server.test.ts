import { describe, expect, it } from 'vitest';
import { type Problem, type ProblemCode } from '#lib/protocol/problem.ts';
import { type Answer } from '#lib/device/live/server-calls.ts';
import { afterAnswer, nothingTold } from './told-by-server.ts';

const refused = (code: ProblemCode): Answer<number> => ({
	ok: false,
	offline: false,
	problem: { type: 'about:blank', title: '', status: 400, code } satisfies Problem
});

describe('a question to the server', () => {
	it('Q9 the last answer stays while there is no newer one, and why is told', () => {
		const known = afterAnswer({ ...nothingTold<number>(), asking: true }, { ok: true, value: 7 });
		expect(known).toEqual({ value: 7, asking: false, trouble: null });
		const later = (answer: Answer<number>) => afterAnswer({ ...known, asking: true }, answer);
		expect(later({ ok: false, offline: true })).toEqual({ value: 7, asking: false, trouble: 'offline' });
		expect(later(refused('notSignedIn')).trouble).toBe('signIn');
		expect(later(refused('notAllowed')).trouble).toBe('notAllowed');
		expect(later(refused('unavailable')).trouble).toBe('failed');
		expect(afterAnswer(later({ ok: false, offline: true }), { ok: true, value: 9 })).toEqual({
			value: 9,
			asking: false,
			trouble: null
		});
	});
});
