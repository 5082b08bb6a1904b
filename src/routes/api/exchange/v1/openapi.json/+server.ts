import { openApiDocument } from '#lib/server/exchange/openapi.ts';
import type { RequestHandler } from './$types';

const TEXT = JSON.stringify(openApiDocument(), null, '\t');

/** The interface as OpenAPI 3.1: for generators and for the page at `/exchange`. It tells nothing of anybody. */
export const GET: RequestHandler = () => new Response(TEXT, { headers: { 'content-type': 'application/json' } });
