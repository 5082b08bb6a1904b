import { nativeSha256 } from '../sync/read-arrival.ts';
import { type Proving } from './proving.ts';
import { countRows, rowReader } from './read-rows.ts';

/** What was seen of one stream so far. */
type Chain = { last: { position: number; hash: string }; entries: number; top: number; hashAtTop: string };

/**
 * Proves the stream of each org: gapless positions, each hash made of the one before and the id of its fact, and the head at the end.
 * Entries may come in any order, as journals' places do: an org that became party to an application got its earlier facts late.
 */
export class StreamChains {
	readonly #proving: Proving;
	readonly #chains = new Map<string, Chain>();
	readonly #hashAt: (org: string, position: number) => [hash: string][];

	constructor(proving: Proving) {
		this.#proving = proving;
		this.#hashAt = rowReader(proving.db, 'select hash from stream_entries where org = ? and position = ?');
	}

	/** How many orgs have a stream. */
	get count(): number {
		return this.#chains.size;
	}

	take(org: string, position: number, hash: string, factId: string): void {
		const { findings } = this.#proving;
		let chain = this.#chains.get(org);
		if (!chain) this.#chains.set(org, (chain = { last: { position: 0, hash: '' }, entries: 0, top: 0, hashAtTop: '' }));
		const before = chain.last.position === position - 1 ? chain.last.hash : this.#hashBefore(org, position);
		if (before === undefined) findings.add('stream_entries', `${org} ${position - 1}`, 'missing');
		else if (nativeSha256(before + factId) !== hash)
			findings.add('stream_entries', `${org} ${position}`, 'link', 'hash');
		chain.last = { position, hash };
		chain.entries += 1;
		if (position > chain.top) Object.assign(chain, { top: position, hashAtTop: hash });
	}

	#hashBefore(org: string, position: number): string | undefined {
		return position === 1 ? '' : this.#hashAt(org, position - 1)[0]?.[0];
	}

	/** After the entries of all facts. */
	end(): void {
		const { db, findings } = this.#proving;
		const taken = [...this.#chains.values()].reduce((sum, { entries }) => sum + entries, 0);
		if (countRows(db, 'select count(*) as count from stream_entries') !== taken) this.#nameEntriesOfNoFact();
		const heads = new Map(
			rowReader<[org: string, position: number, hash: string]>(
				db,
				'select org, position, hash from stream_heads'
			)().map(([org, position, hash]) => [org, { position, hash }])
		);
		for (const [org, { top, hashAtTop }] of this.#chains) {
			const head = heads.get(org);
			if (!head) findings.add('stream_heads', org, 'missing');
			else if (head.position !== top) {
				findings.add('stream_heads', org, 'head', 'position');
				if (head.position > top) findings.add('stream_entries', `${org} ${top + 1}`, 'missing');
			} else if (head.hash !== hashAtTop) findings.add('stream_heads', org, 'head', 'hash');
		}
		for (const org of heads.keys()) if (!this.#chains.has(org)) findings.add('stream_heads', org, 'stray');
	}

	#nameEntriesOfNoFact(): void {
		const { db, findings } = this.#proving;
		const rows = rowReader<[org: string, position: number]>(
			db,
			'select org, position from stream_entries s where not exists (select 1 from facts f where f.nr = s.nr)'
		);
		for (const [org, position] of rows()) findings.add('stream_entries', `${org} ${position}`, 'noFact', 'nr');
	}
}
