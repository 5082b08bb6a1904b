import { copyFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { type JournalId } from '#lib/domain/fact/ids.ts';
import { foldRegistry } from '#lib/domain/registry/registry.ts';
import { readableFacts } from '#lib/law/readable-facts.ts';
import { saveChanges } from '#lib/server/registry/registry-server.ts';
import { DeviceHand } from './device-hand.ts';
import { type FactDraft } from '#lib/domain/fact/fact.ts';
import { TERMINAL } from '#lib/server/registry/adopt-rows.ts';
import { serverHead, storeOwn, writeAfter } from '#lib/server/registry/server-journal.ts';
import { openDatabase } from '#lib/server/store/database.ts';
import { type JournalStore } from '#lib/server/store/journal-store.ts';
import { createKyselyJournalStore } from '#lib/server/store/kysely-journal-store.ts';
import { createReceiver } from '#lib/server/sync/receive.ts';
import { nativeSha256 } from '#lib/server/sync/read-arrival.ts';
import { releaseQuarantined } from '#lib/server/sync/quarantine.ts';
import { BODY, CENTER, numberOf, onWire, OTHER_CENTER, REGISTER, Writer } from '../contract/server-store-writer.ts';
import { twoBranches } from './two-branches.ts';

/** More than the server keeps of one journal in quarantine. */
const TOO_MUCH = 4 * 1024 * 1024 + 1;

/**
 * Writes a server's database of every kind of row, all through the receiver: facts of two orgs with and without their personal parts,
 * law and staffing, lists, texts that cannot be read, one that is too much to be kept, two branches of one journal, facts beyond a gap,
 * a fact that a second journal repeats, what was released from quarantine, and what waits there for each cause.
 * @param file where it is written; one file that nobody has open
 */
export async function writeVariedDatabase(file: string): Promise<void> {
	const db = await openDatabase(`${file}.work`);
	const store = createKyselyJournalStore(db);
	let relaysAreAsked = true;
	const now = (): number => 1_795_000_000_000;
	const receiver = createReceiver(store, { now, epoch: () => 'E1', relaysAreAsked: () => relaysAreAsked });
	const sync = (writer: Writer, acked = 0, facts = writer.facts.slice(acked).map(onWire)) =>
		receiver.receive(writer.request(acked, { facts }), writer.device);

	const window = new Writer('J0');
	for (const serial of [1, 2, 3]) window.accepted(serial);
	const bare = window.accepted(4);
	garbage(window, '{"v":1,"id":');
	unreadBody(window, 5);
	for (const serial of [6, 7]) window.accepted(serial);
	window.dispatched([1, 2, 3]);
	unreadSign(window);
	window.dayOff();
	window.appointed('staff-7', '2026-11-23', '2026-11-27');
	window.dayClosed();
	garbage(window, 'x'.repeat(TOO_MUCH));
	window.accepted(8);
	const hands = [await DeviceHand.make(), await DeviceHand.make()];
	const texts = window.facts.map((fact) => (fact.id === bare.id ? { text: fact.text, personal: null } : onWire(fact)));
	await receiver.receive(
		{ ...window.request(0, { facts: texts }), signed: await hands[0]!.place('J0', window.head) },
		{ ...window.device, key: hands[0]!.key }
	);

	const clerk = new Writer('J2', BODY);
	for (const serial of [1, 2, 3]) clerk.registered(serial);
	clerk.dayOff();
	clerk.appointed('staff-9', '2026-11-23', '2026-11-27');
	await receiver.receive(
		{ ...clerk.request(0), signed: await hands[1]!.place('J2', clerk.head) },
		{ ...clerk.device, key: hands[1]!.key }
	);

	const ahead = new Writer('J3');
	for (const serial of [21, 22, 23, 24]) ahead.accepted(serial);
	unreadBody(ahead, 25);
	await sync(window, 0, [ahead.facts[0]!, ahead.facts[2]!, ahead.facts[3]!, ahead.facts[4]!].map(onWire));

	const [one, other] = twoBranches(['fact', 'fact'], ['fact', 'fact'], ['fact', 'bad body', 'fact']);
	await sync(one);
	await sync(window, 0, other.facts.slice(2).map(onWire));

	const again = new Writer('J5');
	const repeated = window.facts[0]!;
	again.accepted(1, BODY, repeated.id);
	again.registered(2);
	await sync(again);

	const foreign = new Writer('J6', CENTER, { id: 'd6', org: OTHER_CENTER });
	const released = foreign.accepted(31);
	foreign.accepted(32);
	await sync(foreign);
	await releaseQuarantined(store, [released.hash], { now });

	relaysAreAsked = false;
	const stranger = new Writer('J7', BODY);
	stranger.registered(41);
	stranger.registered(42);
	await sync(clerk, clerk.head.seq, stranger.facts.map(onWire));
	await releaseQuarantined(store, [stranger.facts[0]!.hash], { now });

	await writeRegistry(store, now(), [
		{ journal: window.journal, key: hands[0]!.key },
		{ journal: clerk.journal, key: hands[1]!.key }
	]);

	await store.close();
	// As one file, so that copying it copies all.
	const whole = new DatabaseSync(`${file}.work`);
	whole.exec('pragma journal_mode = delete');
	whole.close();
	copyFileSync(`${file}.work`, file);
}

/** Facts of the server's own journal, by the terminal, and the rows made of them. */
async function writeRegistry(
	store: JournalStore,
	at: number,
	keys: readonly { journal: JournalId; key: string }[]
): Promise<void> {
	const subject = { kind: 'org', org: CENTER } as const;
	await store.write(async (tx) => {
		const drafts: FactDraft[] = [
			{ type: 'orgOpened', subject, body: { kind: 'center', tell: [CENTER] }, details: null },
			{ type: 'windowSet', subject, body: { window: '1', tell: [CENTER] }, details: null },
			...keys.map(({ journal, key }, place): FactDraft => {
				const device = {
					device: `device-of-${journal}`,
					number: place + 1,
					journal,
					place: 'window',
					window: '1'
				} as const;
				return { type: 'deviceEnrolled', subject, body: { ...device, key, tell: [CENTER] }, details: null };
			})
		];
		const written = writeAfter(await serverHead(tx), drafts, { ...TERMINAL, at });
		await storeOwn(tx, written, at);
		const [before, after] = [foldRegistry([]), foldRegistry(readableFacts(written))];
		await saveChanges(tx, { before, after }, written);
	});
}

function garbage(writer: Writer, text: string): void {
	writer.writeText(text, nativeSha256(text));
}

/** A name with the sign that a scanner writes for bytes that it cannot read. */
function unreadSign(writer: Writer): void {
	writer.write({
		type: 'dispatched',
		subject: { kind: 'register', number: REGISTER },
		body: { rows: [{ paper: numberOf(1) }], toBody: BODY },
		details: { courier: 'Се\uFFFDік' }
	});
}

/** The form is right but for a word of its body. */
function unreadBody(writer: Writer, serial: number): void {
	const before = writer.head;
	const { text, personal } = writer.accepted(serial);
	writer.facts.pop();
	writer.head = before;
	const wrong = text.replace('"entry":"center"', '"entry":"moon"');
	Object.assign(writer.writeText(wrong, nativeSha256(wrong)), { personal });
}
