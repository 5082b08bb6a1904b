import { randomUUID } from 'node:crypto';

/** Enrols a window's device over HTTP as a browser does, with the demonstration's first person. @param base address of the server */
export async function enrolDevice(base: string): Promise<{ journal: string; token: string }> {
	const post = async (path: string, body: object, cookie = ''): Promise<Response> => {
		const headers = { 'content-type': 'application/json', origin: base, cookie };
		const response = await fetch(`${base}/api/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
		if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
		return response;
	};
	const session = await post('session', { number: '101', password: 'tereze-101' });
	const journal = randomUUID();
	const place = { org: 'center-04', kind: 'window', window: '1' };
	const enrolled = await post('devices', { journal, place }, session.headers.getSetCookie().join('; '));
	const { token } = (await enrolled.json()) as { token: string };
	return { journal, token };
}
