import * as v from 'valibot';
import { deployed, valueOf } from './configuration.ts';
import { addressOf, NODES, type NodeName } from './namespaces.ts';

const MemberSchema = v.object({
	name: v.picklist(NODES.map(({ name }) => name)),
	role: v.string(),
	state: v.string(),
	timeline: v.optional(v.union([v.number(), v.string()]))
});
const ClusterSchema = v.object({ members: v.array(MemberSchema) });
export type Member = v.InferOutput<typeof MemberSchema>;

const PORT = 8008;
const ANSWER_MS = 1500;

const urlOf = (node: NodeName, path: string): string => `http://${addressOf(node)}:${PORT}/${path}`;

/** All machines, as one of them knows them by etcd. */
export async function membersBy(node: NodeName): Promise<readonly Member[]> {
	const response = await fetch(urlOf(node, 'cluster'), { signal: AbortSignal.timeout(ANSWER_MS) });
	return v.parse(ClusterSchema, await response.json()).members;
}

/** @throws Error where Patroni refuses it */
export async function order(node: NodeName, [method, path]: ['POST' | 'PATCH', string], body: object): Promise<void> {
	const text = deployed('patroni.yml');
	const [name, password] = [/username: (patroni)$/m, /password: (change-me-patroni)$/m].map((at) => valueOf(text, at));
	const headers = { authorization: `Basic ${btoa(`${name}:${password}`)}` };
	const response = await fetch(urlOf(node, path), { method, headers, body: JSON.stringify(body) });
	if (!response.ok) throw new Error(`Patroni refused ${path}: ${await response.text()}`);
}
