import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createClient } from '@hey-api/openapi-ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applicationOf } from '#lib/law/law.ts';
import { ownStories } from '#lib/server/exchange/own-stories.ts';
import { openApiDocument } from '#lib/server/exchange/openapi.ts';
import { ACenter, CENTER } from './support/a-center.ts';
import { AnExchange, CLERK, EXECUTOR, HEAD } from './support/an-exchange.ts';

const ROOT = join(import.meta.dirname, '../..');
const GENERATED = join(ROOT, 'test-results/exchange-client');
const FOREIGN = join(import.meta.dirname, 'foreign');

/** The types of the foreign system are those of the generated client, which is not there before the tests run. */
type System = {
	connect(): Promise<void>;
	read(): Promise<void>;
	registersOnTheWay(): string[];
	take(register: string, missing?: readonly string[]): Promise<string[]>;
	decide(application: string, ledgerNumber: string): Promise<void>;
	noteDecision(application: string, ledgerNumber: string): Promise<void>;
	sendBack(applications: readonly string[], toCenter: string): Promise<string>;
};

let exchange: AnExchange;
let center: ACenter;
beforeAll(async () => {
	const input = openApiDocument() as unknown as Record<string, unknown>;
	await createClient({
		input,
		output: { path: GENERATED },
		plugins: ['@hey-api/client-fetch', '@hey-api/typescript', '@hey-api/sdk'],
		logs: { level: 'silent' }
	});
	exchange = await AnExchange.open();
	center = await ACenter.open(exchange.db, exchange.server);
});
afterAll(() => exchange.close());

describe('a foreign system that knows the generated client alone', () => {
	it('N329 compiles against the client that is generated from the document', { timeout: 60_000 }, async () => {
		const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
		const run = promisify(execFile)(process.execPath, [tsc, '-p', FOREIGN]);
		await expect(run).resolves.toMatchObject({ stdout: '' });
	});

	it('N329 works a day of the body: takes a register, registers, decides, and sends the results back', async () => {
		const [first, second, missing] = center.accept(3);
		const register = await center.dispatch([first!, second!, missing!]);
		const { client, keys } = await exchange.registers();
		const file = join(FOREIGN, 'system.ts');
		const { ForeignSystem } = (await import(/* @vite-ignore */ file)) as {
			ForeignSystem: new (setting: object) => System;
		};
		const system = new ForeignSystem({
			server: exchange.url,
			client: client.id,
			key: keys.privateKey,
			people: { clerk: CLERK, head: HEAD, executor: EXECUTOR }
		});
		await system.connect();
		await system.read();
		expect(system.registersOnTheWay()).toEqual([register]);
		expect(await system.take(register, [missing!])).toEqual([first, second]);
		await system.decide(first!, '118');
		await system.noteDecision(second!, '119');
		const back = await system.sendBack([first!, second!], CENTER);
		await system.read();
		expect(system.registersOnTheWay()).toEqual([]);

		// What the Center has of it now.
		const stories = await ownStories(exchange.server.store, CENTER, [first!, second!, missing!]);
		const seen = [...stories].map(([number, story]) => applicationOf(number, story, exchange.server.law()));
		const [decided, noted, lost] = seen;
		expect([decided?.decision?.kind, noted?.decision?.kind]).toEqual(['notice', 'refusal']);
		for (const application of [decided, noted])
			expect(application?.result?.holder).toMatchObject({ kind: 'transit', register: back, to: CENTER });
		expect(lost?.packet.holder).toMatchObject({ kind: 'unknown', why: 'missing' });
		const repeats = seen.flatMap(({ anomalies }) => anomalies).filter(({ kind }) => kind === 'repeat');
		expect(repeats).toEqual([]);
		const written = [...stories.values()].flat().filter(({ journal }) => journal === client.journal);
		expect(await exchange.server.store.flags(written.map(({ id }) => id))).toEqual([]);
	});
});
