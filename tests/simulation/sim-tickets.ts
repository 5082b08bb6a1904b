import { isSignedBy } from '#lib/protocol/device-key.ts';
import { type TicketRequest } from '#lib/protocol/device-messages.ts';
import { type Withheld } from '#lib/protocol/sync-messages.ts';
import { given, isFresh, NO_TICKETS, type TicketRow } from '#lib/server/devices/given-tickets.ts';
import { tokenHash } from '#lib/server/http/secret-token.ts';

/** By what a device is known to the server of the simulation: its key, and the ticket that it shows. */
export type Shown = { key: string; ticket: string | null };

/** `authorization` of a device whose token is its key. */
export function shownIn(authorization: string | null): Shown {
	const [, key = '', ticket = null] = (authorization ?? '').split(' ');
	return { key, ticket };
}

/** The server's book of tickets, by the product's own judgement, without a database. */
export class SimTickets {
	#rows = new Map<string, TicketRow>();
	#made = 0;
	/** How often an older ticket was shown. */
	copies = 0;

	snapshot(): () => void {
		const rows = new Map(this.#rows);
		return () => (this.#rows = new Map(rows));
	}

	withheld({ key, ticket }: Shown, at: number): Withheld | null {
		const row = this.#rows.get(key) ?? NO_TICKETS;
		if (row.copied_at !== null) return 'copied';
		return ticket !== null && isFresh(row, tokenHash(ticket), at) ? null : 'ticket';
	}

	async answer(
		key: string,
		{ signed }: TicketRequest,
		context: { at: number; epoch: string; unlockedAt: number | null }
	): Promise<Response> {
		const row = this.#rows.get(key) ?? NO_TICKETS;
		if (!signed) {
			const challenge = this.#text('challenge');
			this.#rows.set(key, { ...row, challenge_hash: tokenHash(challenge), challenge_at: context.at });
			return Response.json({ challenge });
		}
		const { challenge, last, signature } = signed;
		const lastHash = last === '' ? '' : tokenHash(last);
		const isRight = await isSignedBy(key, signature, { purpose: 'ticket', challenge, last: lastHash });
		if (!isRight || row.challenge_hash !== tokenHash(challenge)) return new Response('{}', { status: 422 });
		const { changed, answer } = given(row, { lastHash, ticket: this.#text('ticket') }, context);
		if (answer.copied) this.copies += 1;
		this.#rows.set(key, { ...row, ...changed, challenge_hash: null });
		return Response.json(answer);
	}

	#text(kind: string): string {
		return `${kind}-${(this.#made += 1)}`.padEnd(43, '_');
	}
}
