import { type Fact } from '#lib/domain/fact/fact.ts';
import { type PaperNumber } from '#lib/domain/number/paper-number.ts';
import { placeOfDay } from '#lib/domain/register/place-of-day.ts';
import { addDays } from '#lib/domain/time/plain-date.ts';
import { ALMATY, instantOf, localOf } from '#lib/domain/time/zone.ts';
import { readableFacts, type RegisterView } from '#lib/law/law.ts';
import { desk } from '#lib/device/session/desk.svelte.ts';
import { lawHere } from '#lib/device/live/law.svelte.ts';
import { collectionSheetPaper } from './collection-sheet-paper.ts';
import { collectionUnitOf, LEAST_DISPATCHES, registerPaper } from './register-paper.ts';
import { firstRun } from '#lib/domain/documents/print-run.ts';
import { type PaperGoesTo, paperReader } from '#lib/device/printing/paper-reader.svelte.ts';
import { printing, type Printed } from '#lib/device/printing/printing.svelte.ts';
import { nextCopies } from './rounds-copies.ts';
import { staffName } from '#lib/tools/wording/words.ts';

export type KnownRegister = Extract<RegisterView, { known: true }>;

/** A register's own fact with the summaries of its rows, for its paper. */
async function rowsOf(register: KnownRegister) {
	const papers = register.rows.map(({ paper }) => paper);
	return desk.journal.read(async (reader) => ({
		fact: readableFacts(await reader.byIds([register.fact]))[0],
		summaries: await reader.applications(papers)
	}));
}

const papersOf = (fact: Fact, register: KnownRegister): string[] =>
	fact.type === 'collected' || fact.type === 'dispatched'
		? fact.body.rows.map(({ paper }) => paper)
		: register.rows.map(({ paper }) => paper);

/** Prints a dispatched register: two copies at first, one numbered copy each time after. */
export async function printRegister(register: KnownRegister, to: PaperGoesTo = 'printer'): Promise<Printed> {
	const { fact, summaries } = await rowsOf(register);
	if (fact?.type !== 'dispatched') return { ok: false, detail: register.number };
	const receiver = desk.orgEntry(register.to)?.name ?? { kk: register.to, ru: register.to };
	const paper = {
		number: register.number as PaperNumber,
		from: collectionUnitOf(desk.context!.org.name),
		to: receiver,
		at: register.at,
		ofDay: { count: await dispatchOfDay(register), least: LEAST_DISPATCHES },
		compiledBy: staffName(fact.actor),
		courier: register.courier,
		papers: papersOf(fact, register),
		law: lawHere.law
	};
	if (to === 'screen') return paperReader.open([registerPaper(paper, summaries, firstRun(Date.now()))]);
	const runs = await nextCopies(register.number, 2);
	return printing.print(runs.map((run) => registerPaper(paper, summaries, run)));
}

/** More registers than any day has; a reading must have an end. */
const MOST_OF_DAY = 300;

/** Which of its day's dispatches a register was: by its own moment, so that a later copy says the same. */
async function dispatchOfDay({ number, at, from }: KnownRegister): Promise<number> {
	const { date } = localOf(at, ALMATY);
	const ofDay = await desk.journal.read((reader) =>
		reader.queryRegisters({
			index: 'at',
			from: instantOf(date, 0, ALMATY),
			to: instantOf(addDays(date, 1), 0, ALMATY) - 1,
			limit: MOST_OF_DAY
		})
	);
	const dispatches = ofDay.flatMap((one) => (one.known && one.kind === 'dispatch' && one.from === from ? [one] : []));
	return placeOfDay(number, dispatches);
}

/** Prints the sheet of a collection that was recorded. */
export async function printCollection(register: KnownRegister, to: PaperGoesTo = 'printer'): Promise<Printed> {
	const { fact, summaries } = await rowsOf(register);
	if (fact?.type !== 'collected') return { ok: false, detail: register.number };
	const sheet = {
		center: desk.context!.org.name,
		window: register.window ?? '',
		slot: fact.body.slot?.minutes ?? null,
		at: register.at,
		handedBy: fact.countersigned ? staffName(fact.countersigned.actor) : '',
		collectedBy: staffName(fact.actor),
		papers: papersOf(fact, register),
		law: lawHere.law
	};
	if (to === 'screen') return paperReader.open([collectionSheetPaper(sheet, summaries, firstRun(Date.now()))]);
	const runs = await nextCopies(register.number, 1);
	return printing.print(runs.map((run) => collectionSheetPaper(sheet, summaries, run)));
}

/** Prints the sheet to be signed before the packets change hands: the list as it stands. */
export async function printCollectionDraft(
	papers: readonly string[],
	window: string,
	{ handedBy, collectedBy, slot }: { handedBy: string; collectedBy: string; slot: number | null }
): Promise<Printed> {
	const at = Date.now();
	const summaries = await desk.journal.read((reader) => reader.applications(papers));
	const sheet = { center: desk.context!.org.name, window, slot, at, handedBy, papers, law: lawHere.law };
	return printing.print([collectionSheetPaper({ ...sheet, collectedBy }, summaries, firstRun(at))]);
}
