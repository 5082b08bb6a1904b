import { demoSignIns } from '#lib/server/demo/demo-sign-ins.ts';
import { isDemo } from '#lib/server/demo/demo-people.ts';
import { answer } from '#lib/server/http/problem.ts';
import { syncServerOf } from '#lib/server/sync/sync-server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals }) => {
	const { law } = await syncServerOf(locals.db);
	return answer(demoSignIns(isDemo(process.env), law().directory));
};
