import { type OrgId, type StaffId } from '#lib/domain/fact/ids.ts';
import { type Colleague, type ContextResponse, type OrgEntry } from '#lib/protocol/context-messages.ts';
import { type Journal } from '#lib/journal/open-device-journal.ts';
import { type Answer, contextCall } from '#lib/device/live/server-calls.ts';

/**
 * Own org, colleagues and counterparts as the server last told them, and whether this device still belongs to them; stored for the
 * time without a line.
 */
export class KnownOrg {
	context = $state.raw<ContextResponse | null>(null);

	/** The administrator disconnected this device. */
	revoked = $state(false);

	/** Asks the server, and stores the answer. */
	async refresh(journal: Pick<Journal, 'keep'>, token: string | null): Promise<Answer<null>> {
		const answer = await contextCall(token ?? undefined);
		if (!answer.ok) return answer;
		this.context = answer.value;
		await journal.keep('context', answer.value);
		return { ok: true, value: null };
	}

	/** Takes what was stored meanwhile by sync or another tab. False: nothing new was. */
	async follow(journal: Pick<Journal, 'read'>): Promise<boolean> {
		const [stored, sync] = await journal.read((reader) => Promise.all([reader.meta('context'), reader.meta('sync')]));
		const revoked = sync?.revoked ?? false;
		const isNew = stored !== undefined && stored.serverTime !== this.context?.serverTime;
		if (!isNew && revoked === this.revoked) return false;
		if (isNew) this.context = stored;
		this.revoked = revoked;
		return true;
	}

	colleague(id: StaffId | string): Colleague | undefined {
		return this.context?.people.find((person) => person.id === id);
	}

	entry(id: OrgId | string | null): OrgEntry | undefined {
		if (id === this.context?.org.id) return this.context.org;
		return this.context?.counterparts.find((org) => org.id === id);
	}
}
