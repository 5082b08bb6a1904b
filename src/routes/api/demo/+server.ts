import { demoSignIns } from '#lib/server/demo/demo-sign-ins.ts';
import { isDemo } from '#lib/server/demo/demo-people.ts';
import { answer } from '#lib/server/http/problem.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = () => answer(demoSignIns(isDemo(process.env)));
