/** What clients that were generated from an older document could not live with. */

type Json = Record<string, unknown>;
type Document = { paths: Record<string, Record<string, Json>>; components: { schemas: Record<string, Json> } };
type Side = 'sent' | 'told';
type Walk = { before: Document; after: Document; side: Side; seen: Set<string> };

const isObject = (value: unknown): value is Json =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const textOf = (value: unknown): string => JSON.stringify(value);

/** The breaking changes between two documents, by their place; none where there are only additions. */
export function breakingChanges(before: Document, after: Document): string[] {
	const found: string[] = [];
	for (const [path, methods] of Object.entries(before.paths))
		for (const [method, operation] of Object.entries(methods)) {
			const place = `${method} ${path}`;
			const now = after.paths[path]?.[method];
			if (now) found.push(...operationChanges(place, operation, now, { before, after }));
			else found.push(`${place} is gone`);
		}
	return found;
}

function operationChanges(place: string, was: Json, is: Json, documents: Pick<Walk, 'before' | 'after'>): string[] {
	const walk = (side: Side): Walk => ({ ...documents, side, seen: new Set() });
	return [
		...(was['operationId'] === is['operationId'] ? [] : [`${place} has another operationId`]),
		...parameterChanges(place, was, is, walk('sent')),
		...contentChanges(`${place} body`, was['requestBody'], is['requestBody'], walk('sent')),
		...Object.entries(was['responses'] as Json).flatMap(([status, answer]) => {
			const now = (is['responses'] as Json)[status];
			return contentChanges(`${place} ${status}`, answer, now, walk('told'));
		})
	];
}

function parameterChanges(place: string, was: Json, is: Json, walk: Walk): string[] {
	const byName = (operation: Json) =>
		new Map(listOf(operation['parameters']).map((each) => [(each as Json)['name'], each as Json]));
	const [old, now] = [byName(was), byName(is)];
	const added = [...now].filter(([name, each]) => each['required'] === true && old.get(name)?.['required'] !== true);
	return [
		...added.map(([name]) => `${place} ${String(name)} is required`),
		...[...old].flatMap(([name, each]) => {
			const other = now.get(name);
			const where = `${place} ${String(name)}`;
			return other ? schemaChanges(where, each['schema'], other['schema'], walk) : [`${where} is gone`];
		})
	];
}

function contentChanges(place: string, was: unknown, is: unknown, walk: Walk): string[] {
	const schemas = (value: unknown) => Object.entries(((value as Json | undefined)?.['content'] ?? {}) as Json);
	const now = new Map(schemas(is));
	const isNew = was === undefined && is !== undefined && walk.side === 'sent';
	return [
		...(isNew ? [`${place} is required`] : []),
		...schemas(was).flatMap(([type, each]) => {
			const other = now.get(type);
			return other
				? schemaChanges(place, (each as Json)['schema'], (other as Json)['schema'], walk)
				: [`${place} ${type} is gone`];
		})
	];
}

function resolved(schema: unknown, { components }: Document): Json {
	const ref = (schema as Json)['$ref'];
	return typeof ref === 'string' ? components.schemas[ref.split('/').at(-1)!]! : (schema as Json);
}

function schemaChanges(place: string, oldSchema: unknown, newSchema: unknown, walk: Walk): string[] {
	const [was, is] = [resolved(oldSchema, walk.before), resolved(newSchema, walk.after)];
	const key = `${place} ${textOf(oldSchema)}`;
	if (walk.seen.has(key)) return [];
	walk.seen.add(key);
	return [
		...(textOf(was['type']) === textOf(is['type']) ? [] : [`${place} has another type`]),
		...valueChanges(place, was, is, walk),
		...boundChanges(place, was, is, walk),
		...propertyChanges(place, was, is, walk),
		...optionChanges(place, was, is, walk),
		...(['items', 'additionalProperties'] as const).flatMap((part) =>
			isObject(was[part])
				? isObject(is[part])
					? schemaChanges(`${place}[]`, was[part], is[part], walk)
					: [`${place} ${part} is gone`]
				: []
		)
	];
}

/** Values that may be sent stay; what is told may have new ones. */
function valueChanges(place: string, was: Json, is: Json, { side }: Walk): string[] {
	if (was['const'] !== is['const']) return [`${place} has another value`];
	const now = listOf(is['enum']);
	if (side === 'sent' && was['enum'] === undefined && now.length > 0) return [`${place} takes fewer values`];
	const lost = listOf(was['enum']).filter((value) => now.length > 0 && !now.includes(value));
	return side === 'sent' ? lost.map((value) => `${place} no longer takes ${String(value)}`) : [];
}

function boundChanges(place: string, was: Json, is: Json, { side }: Walk): string[] {
	if (side === 'told') return [];
	const narrower = (['maxLength', 'maximum', 'maxItems'] as const).filter(
		(bound) => is[bound] !== undefined && (was[bound] === undefined || Number(is[bound]) < Number(was[bound]))
	);
	const higher = (['minLength', 'minimum', 'minItems'] as const).filter(
		(bound) => is[bound] !== undefined && (was[bound] === undefined || Number(is[bound]) > Number(was[bound]))
	);
	const pattern = is['pattern'] !== undefined && is['pattern'] !== was['pattern'] ? ['pattern'] : [];
	return [...narrower, ...higher, ...pattern].map((bound) => `${place} has a narrower ${bound}`);
}

function propertyChanges(place: string, was: Json, is: Json, walk: Walk): string[] {
	const [old, now] = [(was['properties'] ?? {}) as Json, (is['properties'] ?? {}) as Json];
	const [mustBefore, must] = [listOf(was['required']), listOf(is['required'])];
	const required = walk.side === 'sent' ? must.filter((name) => !mustBefore.includes(name)) : [];
	const optional = walk.side === 'told' ? mustBefore.filter((name) => String(name) in now && !must.includes(name)) : [];
	return [
		...required.map((name) => `${place}.${String(name)} is required`),
		...optional.map((name) => `${place}.${String(name)} may be missing`),
		...Object.entries(old).flatMap(([name, schema]) =>
			name in now ? schemaChanges(`${place}.${name}`, schema, now[name], walk) : [`${place}.${name} is gone`]
		)
	];
}

/** An option is known by its `kind`, else by its place. */
function optionChanges(place: string, was: Json, is: Json, walk: Walk): string[] {
	return (['oneOf', 'anyOf'] as const).flatMap((part) => {
		const nameOf = (option: unknown, at: number): string => {
			const kind = (resolved(option, walk.before)['properties'] as Json | undefined)?.['kind'] as Json | undefined;
			return kind?.['const'] === undefined ? String(at) : String(kind['const']);
		};
		const now = new Map(listOf(is[part]).map((option, at) => [nameOf(option, at), option]));
		return listOf(was[part]).flatMap((option, at) => {
			const name = nameOf(option, at);
			const other = now.get(name);
			return other === undefined
				? [`${place} ${name} is gone`]
				: schemaChanges(`${place} ${name}`, option, other, walk);
		});
	});
}
