import {
	type ColumnDefinitionNode,
	DataTypeNode,
	type KyselyPlugin,
	OperationNodeTransformer,
	type PrimaryKeyConstraintNode,
	RawNode
} from 'kysely';

/**
 * Makes tables that were written for both engines suit PostgreSQL: text is compared byte by byte, so that ranges and order are those of
 * SQLite whatever the database was made with; `integer` holds 64 bits there, and as a key counts by itself; and a key's name, which
 * SQLite ignores, must be the only one of its name here.
 */
class PostgresTables extends OperationNodeTransformer {
	protected override transformDataType(node: DataTypeNode): DataTypeNode {
		if (node.dataType === 'text') return RawNode.createWithSql('text collate "C"') as unknown as DataTypeNode;
		return node.dataType === 'integer' ? { ...node, dataType: 'bigint' } : node;
	}

	protected override transformColumnDefinition(node: ColumnDefinitionNode): ColumnDefinitionNode {
		const isCounted = node.primaryKey && (node.dataType as DataTypeNode).dataType === 'integer';
		const column = super.transformColumnDefinition(node);
		return isCounted ? { ...column, dataType: DataTypeNode.create('bigserial') } : column;
	}

	protected override transformPrimaryKeyConstraint(node: PrimaryKeyConstraintNode): PrimaryKeyConstraintNode {
		const { name: _, ...nameless } = super.transformPrimaryKeyConstraint(node);
		return nameless;
	}
}

export function postgresTables(): KyselyPlugin {
	const tables = new PostgresTables();
	return {
		transformQuery: ({ node, queryId }) => tables.transformNode(node, queryId),
		transformResult: async ({ result }) => result
	};
}
