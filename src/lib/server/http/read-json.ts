import * as v from 'valibot';
import { problem } from './problem.ts';
import { type BodyLimit, readBody } from './read-body.ts';

export type Read<T> = { ok: true; value: T } | { ok: false; response: Response };

/** What one message of a person may weigh and last; sync has its own, larger limit. */
const PERSONS_MESSAGE: BodyLimit = { bytes: 64 * 1024, ms: 10_000, shape: { depth: 16, values: 2000 } };

/**
 * The body of a request, parsed at the border. Only `application/json` is taken: a form of another site cannot send that
 * without asking first, so together with the check of the origin it closes cross-site requests.
 */
export async function readJson<Schema extends v.GenericSchema>(
	request: Request,
	schema: Schema,
	limit: BodyLimit = PERSONS_MESSAGE
): Promise<Read<v.InferOutput<Schema>>> {
	const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
	if (type !== 'application/json') return refuse(problem('notJson'));
	const body = await readBody(request, limit);
	if (!body.ok) return refuse(problem(body.code, body.detail === undefined ? {} : { detail: body.detail }));
	let data: unknown;
	try {
		data = JSON.parse(body.text);
	} catch {
		return refuse(problem('badRequest', { detail: 'The body is not JSON' }));
	}
	const parsed = v.safeParse(schema, data);
	if (parsed.success) return { ok: true, value: parsed.output };
	// The place, never the value: it may be a password.
	const place = v.getDotPath(parsed.issues[0]) ?? 'the body';
	return refuse(problem('badRequest', { detail: `Wrong form: ${place}` }));
}

const refuse = (response: Response) => ({ ok: false, response }) as const;
