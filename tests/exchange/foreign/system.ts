import { randomUUID } from 'node:crypto';
import { type CryptoKey, SignJWT } from 'jose';
import { createClient, createConfig } from '../../../test-results/exchange-client/client/index.ts';
import {
	act,
	getToken,
	readApplication,
	readFacts,
	readRegister
} from '../../../test-results/exchange-client/sdk.gen.ts';
import {
	type ActRequest,
	type Application,
	type Fact,
	type Problem
} from '../../../test-results/exchange-client/types.gen.ts';

/** What a developer of a body has: the address, the client's id and key, and the people of the body. */
export type Setting = {
	server: string;
	client: string;
	key: CryptoKey;
	people: { clerk: string; head: string; executor: string };
};

type Answer<T> = { data?: T; error?: unknown; response?: Response };

/** A body's own system, written against the generated client and nothing else of the program. */
export class ForeignSystem {
	readonly #setting: Setting;
	readonly #client;
	/** What it keeps: each fact once, and how far it has read. */
	readonly facts = new Map<string, Fact>();
	#cursor: string | undefined;
	#token = '';

	constructor(setting: Setting) {
		this.#setting = setting;
		this.#client = createClient(
			createConfig({ baseUrl: `${setting.server}/api/exchange/v1`, auth: () => this.#token })
		);
	}

	async connect(): Promise<void> {
		const { server, client, key } = this.#setting;
		const assertion = await new SignJWT({})
			.setProtectedHeader({ alg: 'ES256' })
			.setIssuer(client)
			.setSubject(client)
			.setAudience(`${server}/api/exchange/v1/token`)
			.setJti(randomUUID())
			.setIssuedAt()
			.setExpirationTime('1m')
			.sign(key);
		const body = {
			grant_type: 'client_credentials',
			client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
			client_assertion: assertion
		} as const;
		this.#token = told(await getToken({ client: this.#client, body })).access_token;
	}

	/** Reads on from where it was. */
	async read(): Promise<void> {
		for (let more = true; more;) {
			const query = this.#cursor === undefined ? { limit: 3 } : { after: this.#cursor, limit: 3 };
			const page = told(await readFacts({ client: this.#client, query }));
			for (const fact of page.facts) this.facts.set(fact.id, fact);
			({ more } = page);
			this.#cursor = page.cursor;
		}
	}

	/** Registers on their way to this body that it has read of. */
	registersOnTheWay(): string[] {
		const numbers = (type: string, of: (fact: Fact) => unknown) =>
			[...this.facts.values()].filter((fact) => fact.type === type).map((fact) => String(of(fact)));
		const checked = new Set(numbers('arrived', ({ body }) => body['register']));
		return numbers('dispatched', ({ subject }) => subject.number).filter((number) => !checked.has(number));
	}

	/** Checks a register against the cart. @returns the applications that came */
	async take(register: string, missing: readonly string[] = []): Promise<string[]> {
		const { rows } = told(await readRegister({ client: this.#client, path: { number: register } }));
		const found = rows.map(({ paper }) => ({
			paper,
			state: missing.includes(paper) ? ('missing' as const) : ('received' as const)
		}));
		const remarks = Object.fromEntries(missing.map((paper) => [paper, 'Қорапта жоқ']));
		await this.#do('clerk', { kind: 'arrive', register, rows: found, remarks });
		return found.flatMap(({ paper, state }) => (state === 'received' ? [paper] : []));
	}

	async look(number: string): Promise<Application> {
		return told(await readApplication({ client: this.#client, path: { number } }));
	}

	/** From the registration to the entry in the ledger, each step by its own person. */
	async decide(application: string, ledgerNumber: string): Promise<void> {
		const { executor, head } = this.#setting.people;
		await this.#do('clerk', { kind: 'register', application });
		await this.#do('head', { kind: 'assign', application, executor });
		const { checklist, result } = await this.look(application);
		const lines = checklist.map(({ name }) => ({ name, mark: 'present' as const }));
		await this.#do('executor', { kind: 'examine', application, text: 'Толық', lines, complete: true });
		const letter = { kk: 'Тағайындалды', ru: 'Назначено', grounds: [] };
		await this.#do('executor', { kind: 'draft', application, decision: 'notice', letter });
		const signatory = { staff: head, acting: false };
		await this.#do('executor', { kind: 'print', application, document: 'resultLetter', reason: 'first', signatory });
		const paper = (result ?? (await this.look(application)).result)!.number;
		await this.#do('head', { kind: 'sign', application, paper });
		await this.#do('clerk', { kind: 'record', application, ledgerNumber, sheets: 1 });
	}

	/** A decision that was made and signed on paper. */
	async noteDecision(application: string, ledgerNumber: string): Promise<void> {
		const { executor, head } = this.#setting.people;
		await this.#do('clerk', { kind: 'register', application });
		await this.#do('clerk', {
			kind: 'noteResult',
			application,
			decision: 'refusal',
			executor,
			head,
			ledgerNumber,
			sheets: 2
		});
	}

	/** Sends the results back in one register. @returns its number */
	async sendBack(applications: readonly string[], toCenter: string): Promise<string> {
		const papers = await Promise.all(applications.map(async (number) => (await this.look(number)).result!.number));
		const done = await this.#do('clerk', {
			kind: 'sendBackToCenter',
			papers,
			toCenter,
			courier: 'Әлімов Бақыт'
		});
		return done.number!;
	}

	/** The answer to every third act is lost on the way: it asks again with the same key. */
	async #do(who: keyof Setting['people'], what: ActRequest['act']) {
		const role = ({ clerk: 'chancery', head: 'head', executor: 'executor' } as const)[who];
		const request = {
			client: this.#client,
			headers: { 'idempotency-key': randomUUID() },
			body: { actor: this.#setting.people[who], role, act: what }
		};
		this.#acts += 1;
		if (this.#acts % 3 === 0) await act(request);
		return told(await act(request));
	}
	#acts = 0;
}

function told<T>({ data, error, response }: Answer<T>): T {
	if (data !== undefined) return data;
	const problem = error as Problem | undefined;
	throw new Error(`${response?.status ?? 'no answer'} ${problem?.code ?? ''} ${problem?.detail ?? ''}`);
}
