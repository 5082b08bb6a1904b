import { demoSignIns } from '$lib/server/demo/demo-sign-ins';
import { isDemo } from '$lib/server/demo/demo-people';
import { answer } from '$lib/server/http/problem';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = () => answer(demoSignIns(isDemo(process.env)));
