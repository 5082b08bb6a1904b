import { type Application } from '$lib/domain/application/application';
import { type PaperModel } from '$lib/domain/documents/paper-model';
import { type ResultRegisterRow, resultRegisterSheet } from '$lib/domain/documents/result-register-sheet';
import { type FactOf } from '$lib/domain/fact/fact';
import { applicationNumberOf, type PaperNumber } from '$lib/domain/number/paper-number';
import { type Register } from '$lib/domain/register/register';
import { fullName } from '$lib/domain/text/person-name';
import { ALMATY, localOf } from '$lib/domain/time/zone';
import { findRegulation } from '$lib/regulations/catalog';
import { desk } from '../desk.svelte';
import { staffName } from '../words';

const orgWords = (id: string) => desk.orgEntry(id)?.name ?? { kk: id, ru: id };

/** The register of results on their way to a Center, in two copies: one travels, one comes back signed. */
export function returnRegisterOf(
	register: Register,
	applications: ReadonlyMap<string, Application>,
	nowMs: number
): PaperModel[] {
	const input = {
		number: register.number as PaperNumber,
		from: orgWords(register.from),
		to: orgWords(register.to),
		compiledAt: localOf(register.at, ALMATY),
		compiledBy: staffName(desk.person?.id ?? ''),
		courier: register.courier,
		rows: register.rows.map(({ paper }) =>
			rowOf(paper as PaperNumber, applications.get(applicationNumberOf(paper as never)))
		)
	};
	const run = {
		originals: 2,
		reprintReason: null,
		printedAt: localOf(nowMs, ALMATY),
		exampleData: false,
		training: false
	};
	return [1, 2].map((copy) => resultRegisterSheet({ ...input, run: { ...run, copy } }));
}

function rowOf(number: PaperNumber, application: Application | undefined): ResultRegisterRow {
	const recorded = application?.story.findLast(({ fact, dead }) => !dead && fact.type === 'recorded');
	const entry = recorded?.fact as FactOf<'recorded'> | undefined;
	const reference = application?.acceptance?.body.regulation;
	return {
		number,
		applicant: application?.acceptance?.applicant ? fullName(application.acceptance.applicant) : '',
		service: reference ? (findRegulation(reference.id, reference.version)?.number ?? 0) : 0,
		result: application?.decision?.kind ?? 'notice',
		bookNumber: entry?.body.ledgerNumber ?? '',
		bookDate: localOf(recorded?.at ?? 0, ALMATY).date,
		sheets: entry?.body.sheets ?? 1
	};
}
