import { v7 as uuid } from 'uuid';
import { anAcceptForm } from '#tests/support/an-accept-form.ts';
import { type Application } from '#lib/domain/application/application.ts';
import { type DecideContext } from '#lib/domain/application/context.ts';
import { decideIntake } from '#lib/domain/application/decide-intake.ts';
import { type Verdict } from '#lib/domain/application/refusal.ts';
import { type FactDraft } from '#lib/domain/fact/fact.ts';
import { type FactId, type JournalId, type OrgId, type Role, type StaffId } from '#lib/domain/fact/ids.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { applicationNumberOf, type ApplicationNumber, type PaperNumber } from '#lib/domain/number/paper-number.ts';
import { decideList, type ListCommand } from '#lib/domain/register/decide-list.ts';
import { applicationOf } from '#lib/law/law.ts';
import { PROTOCOL_VERSION } from '#lib/protocol/sync-messages.ts';
import { demoJournal, type DemoJournal } from '#lib/server/demo/demo-journal.ts';
import { registerDevice } from '#lib/server/devices/register-device.ts';
import { type Database } from '#lib/server/store/database.ts';
import { type SyncServer } from '#lib/server/sync/sync-server.ts';

export const CENTER = 'center-04' as OrgId;
export const BODY = 'body-15' as OrgId;
const SERVICE = { id: 'child-benefit-under-18', version: 1 };
const BY_PIN = { actor: 'staff-101' as StaffId, role: 'centerInspector', by: 'pin' } as const;

/** The device of a Center that sends packets to the body and takes its results. */
export class ACenter {
	readonly #server: SyncServer;
	readonly #journal: DemoJournal;
	readonly #id: JournalId;
	#sent = 0;

	private constructor(server: SyncServer, journal: DemoJournal, id: JournalId) {
		this.#server = server;
		this.#journal = journal;
		this.#id = id;
	}

	static async open(db: Database, server: SyncServer): Promise<ACenter> {
		const journal = uuid() as JournalId;
		const place = { org: CENTER, kind: 'window', window: '1' } as const;
		const device = await registerDevice(
			db,
			{ journal, place },
			{ by: { id: 'staff-101', org: CENTER }, at: Date.now() }
		);
		if (!device.ok) throw new Error(device.why);
		await server.registry.adoptRows();
		const source = { newId: () => uuid() as FactId, newSalt: () => uuid() };
		return new ACenter(server, demoJournal({ journal, number: device.number, org: CENTER }, source), journal);
	}

	/** Applications as they are accepted at the window. */
	accept(count: number, body = BODY): ApplicationNumber[] {
		return Array.from({ length: count }, () => {
			const number = this.#journal.number(1) as ApplicationNumber;
			const who = this.#who('centerInspector', 'staff-101');
			const place = { entry: 'center', center: CENTER, body, offline: false } as const;
			const ground = { regulation: this.#server.law().regulation(SERVICE.id, SERVICE.version), latest: null };
			const verdict = decideIntake({ form: anAcceptForm(), regulation: SERVICE, place }, () => number, ground, who);
			this.#write(verdict.ok ? { ok: true, value: [verdict.value] } : verdict, who);
			return number;
		});
	}

	/** Collects packets and sends them to the body in one register. */
	async dispatch(papers: ApplicationNumber[]): Promise<PaperNumber> {
		const who = this.#who('accumulationInspector', 'staff-103');
		await this.#list({ kind: 'collect', papers, window: '1', countersigned: BY_PIN }, who);
		const register = await this.#list({ kind: 'dispatch', papers, courier: 'Әлімов Бақыт', toBody: BODY }, who);
		await this.push();
		return register;
	}

	async push(): Promise<void> {
		const facts = this.#journal.facts;
		const [acked, last] = [facts[this.#sent - 1], facts.at(-1)!];
		const answer = await this.#server.receiver.receive(
			{
				protocol: PROTOCOL_VERSION,
				journal: this.#id,
				lastSeq: last.seq,
				ackedSeq: acked?.seq ?? 0,
				ackedHash: acked?.hash ?? '',
				cursor: null,
				facts: facts.slice(this.#sent).map(({ text, personal }) => ({ text, personal }))
			},
			{ id: `center:${this.#id}`, org: CENTER }
		);
		if (answer.ackedSeq !== last.seq) throw new Error('The facts of the Center were not taken');
		this.#sent = facts.length;
	}

	async #list(command: ListCommand, who: DecideContext): Promise<PaperNumber> {
		const number = this.#journal.number(9);
		const known = (paper: string): Application => {
			const application = applicationNumberOf(paper);
			return applicationOf(application, this.#factsOf(application), this.#server.law());
		};
		this.#write(decideList(command, number, known, who), who);
		return number;
	}

	#factsOf(number: string): StoredFact[] {
		return this.#journal.facts.filter(({ applications }) => applications.includes(number));
	}

	#who(role: Role, actor: string): DecideContext {
		const newId = () => uuid() as FactId;
		return { actor: actor as StaffId, role, org: CENTER, window: '1', now: Date.now(), newId };
	}

	#write(verdict: Verdict<FactDraft[]>, who: DecideContext): void {
		if (!verdict.ok) throw new Error(verdict.code);
		for (const draft of verdict.value) this.#journal.write(draft, who);
	}
}
