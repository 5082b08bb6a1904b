import { onlyBy } from '../application/commands/may-do.ts';
import { type DecideContext } from '../application/context.ts';
import { allow, refuse, type Verdict } from '../application/refusal.ts';
import { type BodyOf, type FactDraft } from '../fact/fact.ts';
import { type FactId } from '../fact/ids.ts';
import { type ImportGround } from '../regulation/regulation-import.ts';
import { type PlainDate } from '../time/plain-date.ts';
import { setDay, type SetDayCommand } from './calendar-acts.ts';
import { type Override } from './calendar-overrides.ts';
import { allowIntake, type ClockSeen } from './clock-acts.ts';
import { closeDay, type CloseCommand } from './day-closing.ts';
import { type OfficeFlag, settleOfficeFlag, type SettleOfficeFlagCommand } from './flag-acts.ts';
import { type ImportCommand, importRegulation } from './import-acts.ts';
import { type AuthorityHeard, onlyImporters } from './importers.ts';
import { type Staffing } from './staffing.ts';
import {
	type AbsenceCommand,
	appointActing,
	type AppointCommand,
	type AreaCommand,
	giveArea,
	noteAbsence,
	revokeStaffing
} from './staffing-acts.ts';
import { type Tray } from './tray.ts';
import { setAside, type SetAsideCommand, settleTray, type SettleTrayCommand } from './tray-acts.ts';

/** An act of an office: not about an application or a list. */
export type OfficeCommand =
	| ({ kind: 'appoint' } & AppointCommand)
	| ({ kind: 'noteAbsence' } & AbsenceCommand)
	| ({ kind: 'giveArea' } & AreaCommand)
	| { kind: 'revokeStaffing'; what: FactId }
	| ({ kind: 'setAside' } & SetAsideCommand)
	| ({ kind: 'settleTray' } & SettleTrayCommand)
	| ({ kind: 'settleFlag' } & SettleOfficeFlagCommand)
	| ({ kind: 'setDay' } & SetDayCommand)
	| ({ kind: 'importRegulation' } & ImportCommand)
	| { kind: 'allowIntake' }
	| ({ kind: 'closeDay' } & CloseCommand)
	| ({ kind: 'unlock' } & BodyOf<'unlocked'>)
	| { kind: 'lock'; session: FactId }
	| ({ kind: 'vouch' } & BodyOf<'vouched'>)
	| { kind: 'missSlot'; slot: BodyOf<'slotMissed'>; text: string }
	| { kind: 'noteIncomplete'; service: number; missing: readonly string[]; name: string; phone: string };

/** The data that an act of an office is checked against, read on demand in the transaction that records it. */
export type OfficeGround = {
	staffing: () => Promise<Staffing>;
	tray: () => Promise<Tray>;
	flags: () => Promise<OfficeFlag[]>;
	/** The org's override of a day; null where the dated data are in force. */
	override: (date: PlainDate) => Promise<Override | null>;
	imports: () => Promise<ImportGround>;
	authority: () => Promise<AuthorityHeard>;
	clock: () => Promise<ClockSeen>;
	/** Whether something that changes a closing was received since it was read. */
	hasChanged: (command: CloseCommand) => Promise<boolean>;
};

/** What is allowed *now* in an office: the facts to record, or a refusal that says why. */
export async function decideOffice(
	command: OfficeCommand,
	ground: OfficeGround,
	context: DecideContext
): Promise<Verdict<FactDraft[]>> {
	switch (command.kind) {
		case 'appoint':
			return appointActing(await ground.staffing(), command, context);
		case 'noteAbsence':
			return noteAbsence(await ground.staffing(), command, context);
		case 'giveArea':
			return giveArea(command, context);
		case 'revokeStaffing':
			return revokeStaffing(await ground.staffing(), command.what, context);
		case 'setAside':
			return setAside(command, context);
		case 'settleTray':
			return settleTray(await ground.tray(), command, context);
		case 'settleFlag':
			return settleOfficeFlag(await ground.flags(), command, context);
		case 'setDay':
			return setDay(command, await ground.override(command.date), context);
		case 'importRegulation':
			return (
				onlyImporters(await ground.authority(), command.second, context) ??
				importRegulation(command, await ground.imports(), context)
			);
		case 'allowIntake':
			return allowIntake(await ground.clock(), context);
		case 'closeDay':
			return closeDay(command, await ground.hasChanged(command), context);
		case 'unlock':
		case 'lock':
		case 'vouch':
			return sessionAct(command, context);
		case 'missSlot':
			return missSlot(command, context);
		case 'noteIncomplete':
			return noteIncomplete(command, context);
	}
}

/** Somebody has come to the device, leaves it, or says what was theirs: whoever it is, and whatever else is the matter. */
function sessionAct(
	command: Extract<OfficeCommand, { kind: 'unlock' | 'lock' | 'vouch' }>,
	{ org }: DecideContext
): Verdict<FactDraft[]> {
	const about = { subject: { kind: 'org', org }, details: null } as const;
	if (command.kind === 'lock') return allow([{ type: 'locked', ...about, body: { session: command.session } }]);
	if (command.kind === 'vouch') {
		const { device, from, to, count, own } = command;
		return allow([{ type: 'vouched', ...about, body: { device, from, to, count, own } }]);
	}
	const { kind: _, ...body } = command;
	return allow([{ type: 'unlocked', ...about, body }]);
}

/** Records why a round of the day did not take place. */
function missSlot(
	{ slot, text }: Extract<OfficeCommand, { kind: 'missSlot' }>,
	context: DecideContext
): Verdict<FactDraft[]> {
	const right = onlyBy('missSlot', context);
	if (right) return right;
	if (!text.trim()) return refuse('reasonMissing');
	const subject = { kind: 'org', org: context.org } as const;
	return allow([{ type: 'slotMissed', subject, body: slot, details: { text: text.trim() } }]);
}

/** Somebody came with an incomplete set: a fact of the office, without a number and without a refusal. */
function noteIncomplete(
	{ service, missing, name, phone }: Extract<OfficeCommand, { kind: 'noteIncomplete' }>,
	context: DecideContext
): Verdict<FactDraft[]> {
	const right = onlyBy('noteIncomplete', context);
	if (right) return right;
	if (missing.length === 0) return refuse('documentsMissing');
	const person = {
		...(name.trim() ? { name: name.trim() } : {}),
		...(phone.trim() ? { phone: phone.trim() } : {})
	};
	return allow([
		{
			type: 'cameIncomplete',
			subject: { kind: 'org', org: context.org },
			body: { service, missing: [...missing] },
			details: Object.keys(person).length > 0 ? person : null
		}
	]);
}
