import { describe, expect, it } from 'vitest';
import { accessLine } from './access-log.ts';
import { problem } from './problem.ts';

const ASKED = { method: 'POST', path: '/api/session', address: '10.0.0.7', person: undefined, device: undefined };
const line = (asked: Partial<typeof ASKED>, response: Response) => accessLine({ ...ASKED, ...asked }, response);

describe('the log of access', () => {
	it('N86 a refusal is told with its code, from where it came and who asked, and its answer stays whole', async () => {
		const response = problem('wrongCredentials', { attemptsLeft: 4 });
		expect(await line({}, response)).toEqual({ ...ASKED, event: 'refused', status: 401, code: 'wrongCredentials' });
		expect(await response.json()).toMatchObject({ attemptsLeft: 4 });
		expect(await line({}, problem('tooManyAttempts'))).toMatchObject({ event: 'refused', code: 'tooManyAttempts' });
		expect(await line({ path: '/api/registry' }, problem('notAllowed'))).toMatchObject({ code: 'notAllowed' });
		expect(await line({ path: '/api/devices' }, problem('wrongCode'))).toMatchObject({ code: 'wrongCode' });
	});

	it('N86 what changes a session, a credential, a device or the registry is told; reading and the daily sync are not', async () => {
		const done = () => Response.json({});
		for (const path of ['/api/session', '/api/session/pin', '/api/devices', '/api/registry', '/api/first-start'])
			expect(await line({ path }, done())).toMatchObject({ event: 'done', path });
		expect(await line({ path: '/api/sync' }, done())).toBeUndefined();
		expect(await line({ path: '/api/registry', method: 'GET' }, done())).toBeUndefined();
	});

	it('N86 a page that asks who is signed in, before anybody is, is no event', async () => {
		expect(await line({ method: 'GET' }, problem('notSignedIn'))).toBeUndefined();
	});
});
