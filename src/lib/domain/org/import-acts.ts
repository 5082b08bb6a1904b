import { onlyBy } from '../application/commands/may-do.ts';
import { type DecideContext } from '../application/context.ts';
import { allow, refuse, type Refusal, type Verdict } from '../application/refusal.ts';
import { type FactDraft } from '../fact/fact.ts';
import { type OrgId, type StaffId } from '../fact/ids.ts';
import { type Regulation } from '../regulation/regulation.ts';
import { type ImportGround, type ImportReading, readRegulation } from '../regulation/regulation-import.ts';

/** `tell`: the orgs that the version is sent to; `second`: the administrator who agreed to it at the server. */
export type ImportCommand = { regulation: Regulation; tell: readonly OrgId[]; second?: StaffId };

/**
 * Records a new version of a regulation. The checks of its screen are repeated: another version may have been received since. The
 * text is serialised again, because a byte order mark or blanks are not part of the law.
 */
export function importRegulation(
	{ regulation, tell, second }: ImportCommand,
	ground: ImportGround,
	context: DecideContext
): Verdict<FactDraft<'regulationImported'>[]> {
	const right = onlyBy('importRegulation', context);
	if (right) return right;
	const { id, version } = regulation;
	const text = JSON.stringify(regulation);
	const misfit = misfitOf(readRegulation(text, ground), regulation, ground);
	if (misfit) return misfit;
	return allow([
		{
			type: 'regulationImported',
			subject: { kind: 'org', org: context.org },
			body: { id, version, text, ...handsOf(context, second), tell: [...tell] },
			details: null
		}
	]);
}

/** Whose two words it is, or that the authority had only one to give. */
function handsOf({ role }: DecideContext, second: StaffId | undefined): { second?: StaffId; alone?: true } {
	if (second !== undefined) return { second };
	return role === 'authorityAdmin' ? { alone: true } : {};
}

function misfitOf(reading: ImportReading, { id }: Regulation, { versionsOf }: ImportGround): Refusal | null {
	if (reading.ok) return reading.failures.length > 0 ? refuse('regulationUnfit') : null;
	if (reading.why !== 'oldVersion') return refuse('regulationUnfit');
	const { version, last } = reading;
	const isKnown = versionsOf(id).some((known) => known.version === version);
	return isKnown ? refuse('versionKnown', { version }) : refuse('versionOld', { version, last });
}
