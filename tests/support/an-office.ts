import { type DecideContext } from '#lib/domain/application/context.ts';
import { type RefusalCode } from '#lib/domain/application/refusal.ts';
import { type Fact, type FactDraft } from '#lib/domain/fact/fact.ts';
import { type FactId, type JournalId, type OrgId, type StaffId } from '#lib/domain/fact/ids.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { type JournalHead, writeFact } from '#lib/domain/fact/write-fact.ts';
import { decideRegistry } from '#lib/domain/registry/decide-registry.ts';
import { foldRegistry, type Registry } from '#lib/domain/registry/registry.ts';
import { type RegistryCommand } from '#lib/domain/registry/registry-command.ts';
import { type RegistryGround } from '#lib/domain/registry/registry-ground.ts';
import { readableFacts } from '#lib/law/readable-facts.ts';

export const CENTER = 'center-04' as OrgId;
export const AUTHORITY = 'authority-01' as OrgId;
export const ADMIN = 'admin-1' as StaffId;
export const STAFF = 'staff-1' as StaffId;
/** Monday, 23 November 2026, 10:00 in Shymkent. */
export const FIRST_DAY = Date.UTC(2026, 10, 23, 5);
export const HOUR = 3_600_000;

type By = Pick<DecideContext, 'actor' | 'role' | 'org'>;
const OWN: By = { actor: ADMIN, role: 'admin', org: CENTER };
export const OF_AUTHORITY: By = { actor: 'chief' as StaffId, role: 'authorityAdmin', org: AUTHORITY };

const KINDS: Record<string, 'center' | 'body' | 'authority'> = {
	'center-04': 'center',
	'center-05': 'center',
	'body-15': 'body',
	'authority-01': 'authority'
};

/** A Center with one window, its administrator and one inspector, and acts on its registry, each judged as on the server. */
export class Office {
	readonly journal = 'server-journal' as JournalId;
	readonly stored: StoredFact[] = [];
	/** The highest place of each journal that its device signed. */
	readonly signed = new Map<JournalId, { seq: number; hash: string }>();
	#made = 0;

	get facts(): Fact[] {
		return readableFacts(this.stored);
	}

	get registry(): Registry {
		return foldRegistry(this.facts);
	}

	get ground(): RegistryGround {
		return {
			registry: this.registry,
			kindOf: (org) => KINDS[org] ?? null,
			counterpartsOf: (org) => (org === CENTER ? ['body-15' as OrgId] : []),
			signedPlace: (journal) => this.signed.get(journal) ?? null,
			leastRounds: { collect: { amount: 3, literal: 'Күніне 3 рет' }, dispatch: { amount: 2, literal: 'Екі реттен' } }
		};
	}

	/** Writes without asking, as a migration does. */
	write(drafts: readonly FactDraft[], at = FIRST_DAY, by: By = OWN): void {
		const source = { newId: () => this.#newId() as FactId, newSalt: () => 'salt' };
		for (const draft of drafts) {
			const last = this.stored.at(-1);
			const head: JournalHead = { journal: this.journal, seq: last?.seq ?? 0, hash: last?.hash ?? '' };
			this.stored.push(writeFact(draft, { ...by, at, clock: { offsetMs: 0, ageMs: 0 } }, head, source));
		}
	}

	/** What the act is answered; an allowed one is recorded. */
	asks(command: RegistryCommand, at = FIRST_DAY, by: By = OWN): 'ok' | RefusalCode {
		const context = { ...by, now: at, newId: () => this.#newId() as FactId };
		const verdict = decideRegistry(this.ground, command, context);
		if (!verdict.ok) return verdict.code;
		this.write(verdict.value, at, by);
		return 'ok';
	}

	/** The same for an act that must be allowed. */
	does(command: RegistryCommand, at = FIRST_DAY, by: By = OWN): void {
		const answer = this.asks(command, at, by);
		if (answer !== 'ok') throw new Error(`${command.kind} was refused: ${answer}`);
	}

	#newId(): string {
		this.#made += 1;
		return `id-${this.#made}`;
	}
}

export function anOffice(): Office {
	const office = new Office();
	const subject = { kind: 'org', org: CENTER } as const;
	const tell = [CENTER];
	const person = (staff: StaffId, number: string, surname: string): FactDraft => ({
		type: 'personEntered',
		subject,
		body: { staff, number, window: null, tell },
		details: { surname, given: 'Айгүл' }
	});
	office.write([
		{ type: 'orgOpened', subject, body: { kind: 'center', tell }, details: null },
		{ type: 'windowSet', subject, body: { window: '1', tell }, details: null },
		person(ADMIN, '100', 'Мұхамедиева'),
		{ type: 'roleGiven', subject, body: { staff: ADMIN, role: 'admin', since: 0, tell }, details: null },
		person(STAFF, '101', 'Сейітова'),
		{ type: 'roleGiven', subject, body: { staff: STAFF, role: 'centerInspector', since: 0, tell }, details: null }
	]);
	return office;
}
