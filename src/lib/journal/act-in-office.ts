import { decideOffice, type OfficeCommand, type OfficeSeen, SEES } from '../domain/org/decide-office';
import { foldStaffing, NO_STAFFING } from '../domain/org/staffing';
import { foldTray } from '../domain/org/tray';
import { type OrgId } from '../domain/fact/ids';
import { typesThatFeed } from '../domain/fact/traits';
import { correctionsOf } from '../regulations/law-facts';
import { readableFacts } from '../regulations/readable-facts';
import { type Answer, type By, deciderOf } from './act';
import { type AppendContext, type AppendFailure } from './append';
import { appendAnswer } from './append-answer';
import { type ApplicationRow, type DeviceWriter, type RegisterRow } from './device-store';
import { lawFactsIn } from './law-facts-kept';

export type OfficeResult = { ok: true; answer: Answer } | AppendFailure;

/** Records an act of an office, judged by what its org's facts say in the transaction that writes it. */
export async function actInOffice<A extends ApplicationRow, R extends RegisterRow>(
	context: AppendContext<A, R>,
	command: OfficeCommand,
	by: By
): Promise<OfficeResult> {
	return appendAnswer(context, by, async ({ writer, write }): Promise<Answer> => {
		const seen = await officeSeen(writer, command, by.stamp.org);
		const verdict = decideOffice(command, seen, deciderOf(by, context.source.newId));
		return verdict.ok ? { ok: true, facts: verdict.value.map(write) } : verdict;
	});
}

async function officeSeen<A extends ApplicationRow, R extends RegisterRow>(
	writer: DeviceWriter<A, R>,
	{ kind }: OfficeCommand,
	org: OrgId
): Promise<OfficeSeen> {
	const nothing: OfficeSeen = { staffing: NO_STAFFING, tray: { waiting: [], settled: [] } };
	const feed = SEES[kind];
	if (feed === null) return nothing;
	const [stored, lawFacts] = await Promise.all([writer.ofTypes(typesThatFeed(feed)), lawFactsIn(writer)]);
	const [facts, corrections] = [readableFacts(stored), correctionsOf(lawFacts)];
	return feed === 'staffing'
		? { ...nothing, staffing: foldStaffing(facts, org, corrections) }
		: { ...nothing, tray: foldTray(facts, org, corrections) };
}
