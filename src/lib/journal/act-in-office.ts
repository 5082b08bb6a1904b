import { type FactId, type OrgId } from '#lib/domain/fact/ids.ts';
import { typesThatFeed } from '#lib/domain/fact/traits.ts';
import { decideOffice, type OfficeCommand, type OfficeGround } from '#lib/domain/org/decide-office.ts';
import { hasChanged } from '#lib/domain/org/day-closing-mark.ts';
import { foldStaffing } from '#lib/domain/org/staffing.ts';
import { foldTray } from '#lib/domain/org/tray.ts';
import { importGroundOf } from '#lib/domain/regulation/import-ground.ts';
import { ALMATY, localOf } from '#lib/domain/time/zone.ts';
import { readableFacts } from '#lib/law/readable-facts.ts';
import { type Answer, type By, deciderOf, underId } from './act.ts';
import { type AppendContext, type AppendFailure } from './append.ts';
import { appendAnswer } from './append-answer.ts';
import { type ApplicationRow, type DeviceWriter, type StoredRegister } from './device-store.ts';
import { authorityIn } from '#lib/protocol/authority-in.ts';
import { lawIn } from './law-facts-kept.ts';
import { officeFlagsIn } from './office-flags.ts';
import { requireHead } from './require-head.ts';
import { sinceMark } from './since-mark.ts';

export type OfficeResult = { ok: true; answer: Answer } | AppendFailure;

/**
 * Records an act of an office, checked against its org's facts in the transaction that writes it.
 * @param id given to the act's fact, as in `Asked`: a fact of that id is the answer
 */
export async function actInOffice<A extends ApplicationRow, R extends StoredRegister>(
	context: AppendContext<A, R>,
	command: OfficeCommand,
	by: By,
	id?: FactId
): Promise<OfficeResult> {
	return appendAnswer(context, by, async ({ writer, write }): Promise<Answer> => {
		const held = id ? await writer.byIds([id]) : [];
		if (held.length > 0) return { ok: true, facts: held };
		const ground = groundIn(writer, by.stamp);
		const verdict = await decideOffice(command, ground, deciderOf(by, context.source.newId));
		return verdict.ok ? { ok: true, facts: underId(verdict.value, id).map(write) } : verdict;
	});
}

function groundIn<A extends ApplicationRow, R extends StoredRegister>(
	writer: DeviceWriter<A, R>,
	{ org, at }: { org: OrgId; at: number }
): OfficeGround {
	const read = async (feed: 'staffing' | 'tray') => {
		const [stored, { corrections }] = await Promise.all([writer.ofTypes(typesThatFeed(feed)), lawIn(writer)]);
		return [readableFacts(stored), org, corrections] as const;
	};
	return {
		staffing: async () => foldStaffing(...(await read('staffing'))),
		tray: async () => foldTray(...(await read('tray'))),
		flags: () => officeFlagsIn(writer, org),
		override: async (date) => {
			const overrides = (await lawIn(writer)).overridesOf(org);
			return overrides.find((override) => override.date === date) ?? null;
		},
		imports: async () => importGroundOf(await lawIn(writer), localOf(at, ALMATY).date),
		authority: async () => authorityIn(await writer.meta('context')),
		clock: async () => {
			const [{ journal, seq, latestAt }, sync] = await Promise.all([requireHead(writer), writer.meta('sync')]);
			return { last: { journal, seq }, latest: latestAt ?? null, offsetMs: sync?.lastAnswer?.offsetMs ?? 0 };
		},
		hasChanged: async ({ closing, mark }) => {
			const [since, { corrections }] = await Promise.all([sinceMark(writer, closing.kind, mark), lawIn(writer)]);
			const ofOrg = readableFacts(since).filter((fact) => fact.org === org);
			return hasChanged(closing, ofOrg, { zone: ALMATY, corrections });
		}
	};
}
