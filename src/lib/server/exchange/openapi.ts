import { type ConversionConfig, toJsonSchemaDefs } from '@valibot/to-json-schema';
import { OPERATIONS, SCHEMAS } from './operations.ts';

/** What is checked beyond a schema's own words (check digits, brands) is told by a problem. */
const CONFIG: Omit<ConversionConfig, 'definitions'> = {
	target: 'draft-2020-12',
	typeMode: 'input',
	errorMode: 'ignore',
	overrideRef: ({ referenceId }) => referenceOf(referenceId)
};

const referenceOf = (name: string): string => `#/components/schemas/${name}`;
const refTo = (name: string) => ({ $ref: referenceOf(name) });

const PROBLEM_WORDS: Readonly<Record<number, string>> = {
	0: 'Any other: the status and detail say what to do',
	400: 'The request is not in its agreed form',
	401: 'The client or its token is not known: get a token',
	403: 'The registration of this client does not let it do that',
	404: 'Nothing of it has come to this body',
	409: 'Something has happened since: read first',
	413: 'The request is too large',
	415: 'Send application/json',
	422: 'The rules do not allow that now, or the idempotency key belongs to another act',
	429: 'Too often: wait as long as retry-after says',
	503: 'Nothing was recorded: ask again with the same key'
};

type Operation = (typeof OPERATIONS)[number];

const problemAnswer = (status: number) => ({
	description: PROBLEM_WORDS[status]!,
	content: { 'application/problem+json': { schema: refTo('Problem') } }
});

function operationOf({ id, summary, open, parameters, body, answer, problems }: Operation) {
	const statuses = [...new Set([...problems, 401, 429])].sort((a, b) => a - b);
	const content =
		answer === 'events'
			? { 'text/event-stream': { schema: { type: 'string' } } }
			: { 'application/json': { schema: refTo(answer) } };
	return {
		operationId: id,
		summary,
		...(open ? { security: [] } : {}),
		...(parameters ? { parameters } : {}),
		...(body ? { requestBody: { required: true, content: { [body.type]: { schema: refTo(body.schema) } } } } : {}),
		responses: {
			200: { description: 'Done', content },
			...Object.fromEntries(statuses.map((status) => [status, problemAnswer(status)])),
			default: problemAnswer(0)
		}
	};
}

/** The interface as OpenAPI 3.1, made from the schemas that requests are read by. */
export function openApiDocument() {
	const paths: Record<string, Record<string, object>> = {};
	for (const operation of OPERATIONS)
		paths[operation.path] = { ...paths[operation.path], [operation.method]: operationOf(operation) };
	return {
		openapi: '3.1.0',
		info: {
			title: 'Tereze: exchange interface of bodies',
			version: '1',
			description:
				'For a body that works in a system of its own. Acts are judged by the rules of the screens; every request that is not served is answered by a problem of RFC 9457 whose detail says what to do.'
		},
		servers: [{ url: '/api/exchange/v1' }],
		security: [{ token: [] }],
		paths,
		components: {
			securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
			schemas: toJsonSchemaDefs(SCHEMAS, CONFIG)
		}
	};
}
