import { ActRequestSchema, ActResponseSchema } from '#lib/protocol/exchange-acts.ts';
import { ExchangeProblemSchema } from '#lib/protocol/exchange-problem.ts';
import {
	ApplicationViewSchema,
	ExchangeFactSchema,
	FactPageSchema,
	RegisterViewSchema,
	TokenRequestSchema,
	TokenResponseSchema
} from '#lib/protocol/exchange-messages.ts';
import { MOST_FACTS } from './fact-page.ts';

/** The schemas of the interface by the names that a generated client has. */
export const SCHEMAS = {
	TokenRequest: TokenRequestSchema,
	Token: TokenResponseSchema,
	Fact: ExchangeFactSchema,
	FactPage: FactPageSchema,
	Application: ApplicationViewSchema,
	Register: RegisterViewSchema,
	ActRequest: ActRequestSchema,
	ActResult: ActResponseSchema,
	Problem: ExchangeProblemSchema
} as const;
type SchemaName = keyof typeof SCHEMAS;

type Parameter = {
	name: string;
	in: 'path' | 'query' | 'header';
	required: boolean;
	description: string;
	schema: object;
};

type Operation = {
	path: string;
	method: 'get' | 'post';
	id: string;
	summary: string;
	/** Asked without an access token. */
	open?: true;
	parameters?: readonly Parameter[];
	body?: { schema: SchemaName; type: 'application/json' | 'application/x-www-form-urlencoded' };
	answer: SchemaName | 'events';
	/** Statuses of the problems that it may answer by, besides those of every request. */
	problems: readonly number[];
};

const number = (kind: 1 | 9, description: string): Parameter => ({
	name: 'number',
	in: 'path',
	required: true,
	description,
	schema: { type: 'string', pattern: `^${kind}\\d{15}$` }
});

/** Every request that the interface takes: the document and the page are made from it. */
export const OPERATIONS: readonly Operation[] = [
	{
		path: '/token',
		method: 'post',
		id: 'getToken',
		summary: 'An access token for a signed assertion (OAuth 2.0 client credentials, private_key_jwt)',
		open: true,
		body: { schema: 'TokenRequest', type: 'application/x-www-form-urlencoded' },
		answer: 'Token',
		problems: [401]
	},
	{
		path: '/facts',
		method: 'get',
		id: 'readFacts',
		summary: 'The facts of the body after a cursor, in their order',
		parameters: [
			{
				name: 'after',
				in: 'query',
				required: false,
				description: 'The cursor of the page before; without it reading begins anew',
				schema: { type: 'string', maxLength: 200 }
			},
			{
				name: 'limit',
				in: 'query',
				required: false,
				description: 'How many facts at most',
				schema: { type: 'integer', minimum: 1, maximum: MOST_FACTS, default: MOST_FACTS }
			}
		],
		answer: 'FactPage',
		problems: [400]
	},
	{
		path: '/applications/{number}',
		method: 'get',
		id: 'readApplication',
		summary: 'One application as its desk shows it',
		parameters: [number(1, 'The number on the label of the packet')],
		answer: 'Application',
		problems: [400, 404]
	},
	{
		path: '/registers/{number}',
		method: 'get',
		id: 'readRegister',
		summary: 'One register, with the state of each paper in it',
		parameters: [number(9, 'The number on the sheet of the register')],
		answer: 'Register',
		problems: [400, 404]
	},
	{
		path: '/acts',
		method: 'post',
		id: 'act',
		summary: 'One act in the name of one of the people of the body, judged by the rules of the screens',
		parameters: [
			{
				name: 'idempotency-key',
				in: 'header',
				required: true,
				description: 'Another one for every act, the same one when asking again: then the answer is the same',
				schema: { type: 'string', pattern: '^[\\x21-\\x7e]{1,200}$' }
			}
		],
		body: { schema: 'ActRequest', type: 'application/json' },
		answer: 'ActResult',
		problems: [400, 403, 409, 413, 415, 422, 503]
	},
	{
		path: '/wake',
		method: 'get',
		id: 'wake',
		summary: 'Server-sent events: each means that there is something to read',
		answer: 'events',
		problems: []
	}
];
