import { demoSignIns } from '#lib/server/demo/demo-sign-ins.ts';
import { settingsNow } from '#lib/server/settings/read-settings.ts';
import { answer } from '#lib/server/http/problem.ts';
import { syncServerOf } from '#lib/server/sync/sync-server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals }) => {
	const { law } = await syncServerOf(locals.db);
	return answer(demoSignIns(settingsNow().demo !== 'off', law().directory));
};
