import { decideOffice, type OfficeCommand, type OfficeSeen, SEES } from '#lib/domain/org/decide-office.ts';
import { foldStaffing, NO_STAFFING } from '#lib/domain/org/staffing.ts';
import { foldTray } from '#lib/domain/org/tray.ts';
import { type OrgId } from '#lib/domain/fact/ids.ts';
import { typesThatFeed } from '#lib/domain/fact/traits.ts';
import { correctionsOf } from '#lib/law/law-facts.ts';
import { readableFacts } from '#lib/law/readable-facts.ts';
import { type Answer, type By, deciderOf } from './act.ts';
import { type AppendContext, type AppendFailure } from './append.ts';
import { appendAnswer } from './append-answer.ts';
import { type ApplicationRow, type DeviceWriter, type RegisterRow } from './device-store.ts';
import { lawFactsIn } from './law-facts-kept.ts';

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
