import { acceptedUnder } from '#lib/domain/regulation/accepted-under.ts';
import { type Application } from '#lib/domain/application/application.ts';
import { type PaperModel } from '#lib/domain/documents/paper-model.ts';
import { lowered, NOTICE, REFUSAL } from '#lib/domain/documents/paper-words.ts';
import { firstRun, type PrintRun } from '#lib/domain/documents/print-run.ts';
import { type ResultRegisterRow, resultRegisterSheet } from '#lib/domain/documents/result-register-sheet.ts';
import { type FactOf } from '#lib/domain/fact/fact.ts';
import { applicationNumberOf, type PaperNumber } from '#lib/domain/number/paper-number.ts';
import { type Register } from '#lib/domain/register/register.ts';
import { fullName } from '#lib/domain/text/person-name.ts';
import { ALMATY, localOf } from '#lib/domain/time/zone.ts';
import { readableFacts } from '#lib/law/law.ts';
import { findApplications } from '#lib/device/session/acts.ts';
import { desk } from '#lib/device/session/desk.svelte.ts';
import { lawHere } from '#lib/device/live/law.svelte.ts';
import { type PaperGoesTo, paperReader } from '#lib/device/printing/paper-reader.svelte.ts';
import { printing, type Printed } from '#lib/device/printing/printing.svelte.ts';
import { nextCopies } from '#lib/tools/rounds/rounds-copies.ts';
import { staffName } from '#lib/tools/wording/words.ts';
import { serviceNumberOf } from '#lib/tools/rounds/register-paper.ts';

const orgWords = (id: string) => desk.orgEntry(id)?.name ?? { kk: id, ru: id };

/** Prints a return register: two copies at first (one travels, one comes back signed), one numbered copy each time after. */
export async function printReturnRegister(register: Register, to: PaperGoesTo = 'printer'): Promise<Printed> {
	const numbers = register.rows.map(({ paper }) => applicationNumberOf(paper));
	const [fact] = readableFacts(await desk.journal.read((reader) => reader.byIds([register.fact])));
	const applications = await findApplications(numbers);
	if (to === 'screen')
		return paperReader.open(returnRegisterOf(register, fact?.actor ?? '', applications, [firstRun(Date.now())]));
	const runs = await nextCopies(register.number, 2);
	return printing.print(returnRegisterOf(register, fact?.actor ?? '', applications, runs));
}

function returnRegisterOf(
	register: Register,
	compiledBy: string,
	applications: ReadonlyMap<string, Application>,
	runs: readonly PrintRun[]
): PaperModel[] {
	const input = {
		number: register.number as PaperNumber,
		from: orgWords(register.from),
		to: orgWords(register.to),
		compiledAt: localOf(register.at, ALMATY),
		compiledBy: staffName(compiledBy),
		courier: register.courier,
		rows: register.rows.map(({ paper }) => rowOf(paper as PaperNumber, applications.get(applicationNumberOf(paper))))
	};
	return runs.map((run) => resultRegisterSheet({ ...input, run }));
}

function rowOf(number: PaperNumber, application: Application | undefined): ResultRegisterRow {
	const recorded = application?.story.findLast(({ fact, dead }) => !dead && fact.type === 'recorded');
	const entry = recorded?.fact as FactOf<'recorded'> | undefined;
	const regulation = acceptedUnder(lawHere.law, application);
	return {
		number,
		applicant: application?.acceptance?.applicant ? fullName(application.acceptance.applicant) : '',
		service: serviceNumberOf(lawHere.law, application?.acceptance?.body.regulation.id),
		result: application?.decision?.kind === 'refusal' ? REFUSAL : lowered(regulation?.resultPaper ?? NOTICE),
		bookNumber: entry?.body.ledgerNumber ?? '',
		bookDate: localOf(recorded?.at ?? 0, ALMATY).date,
		sheets: entry?.body.sheets ?? 1
	};
}
