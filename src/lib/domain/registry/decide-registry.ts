import { onlyBy } from '../application/commands/may-do.ts';
import { type DecideContext } from '../application/context.ts';
import { type Verdict } from '../application/refusal.ts';
import { type FactDraft } from '../fact/fact.ts';
import { agreeImport } from './import-agreement.ts';
import { issueBadge, voidBadge } from './badge-acts.ts';
import { enrolDevice, moveDevice, revokeDevice, setDeviceKey } from './device-acts.ts';
import { expectTransit, openOrg, setHours, setRounds, setWindow } from './office-acts.ts';
import { correctPerson, endRole, enterPerson, giveRole, leave, placePerson, resetCredentials } from './people-acts.ts';
import { type RegistryCommand } from './registry-command.ts';
import { type RegistryGround } from './registry-ground.ts';
import { rotateSecret } from './secret-acts.ts';

/** What an administrator may do *now* with people, offices and devices: the facts to record, or a refusal that says why. */
export function decideRegistry(
	ground: RegistryGround,
	command: RegistryCommand,
	context: DecideContext
): Verdict<FactDraft[]> {
	const right = onlyBy(command.kind, context);
	if (right) return right;
	switch (command.kind) {
		case 'openOrg':
			return openOrg(ground, command, context);
		case 'enterPerson':
			return enterPerson(ground, command, context);
		case 'correctPerson':
			return correctPerson(ground, command, context);
		case 'placePerson':
			return placePerson(ground, command, context);
		case 'giveRole':
			return giveRole(ground, command, context);
		case 'endRole':
			return endRole(ground, command, context);
		case 'leave':
			return leave(ground, command, context);
		case 'resetCredentials':
			return resetCredentials(ground, command, context);
		case 'issueBadge':
			return issueBadge(ground, command, context);
		case 'voidBadge':
			return voidBadge(ground, command, context);
		case 'agreeImport':
			return agreeImport(ground, command, context);
		case 'rotateSecret':
			return rotateSecret(ground, command, context);
		case 'setWindow':
			return setWindow(ground, command, context);
		case 'setHours':
			return setHours(ground, command, context);
		case 'setRounds':
			return setRounds(ground, command, context);
		case 'expectTransit':
			return expectTransit(ground, command, context);
		case 'enrolDevice':
			return enrolDevice(ground, command, context);
		case 'setDeviceKey':
			return setDeviceKey(ground, command, context);
		case 'moveDevice':
			return moveDevice(ground, command, context);
		case 'revokeDevice':
			return revokeDevice(ground, command, context);
	}
}
