import { type FactId, type JournalId, type OrgId, type Role, type StaffId } from '../fact/ids.ts';
import { type PlaceKind } from '../fact/registry-facts.ts';
import { type OfficeHours } from '../time/office-hours.ts';

/** A name as typed. */
export type StaffNameTyped = { surname: string; given: string; patronymic: string };

/** Where a device stands, with its window if it stands at one. */
export type DevicePlace = { place: PlaceKind; window: string | null };

/** An act of an administrator on people, offices and devices. Texts, numbers and dates are as typed. */
export type RegistryCommand =
	| { kind: 'openOrg'; org: OrgId }
	| {
			kind: 'enterPerson';
			org: OrgId;
			number: string;
			name: StaffNameTyped;
			roles: readonly Role[];
			window: string | null;
	  }
	| { kind: 'correctPerson'; staff: StaffId; number: string; name: StaffNameTyped; window: string | null }
	/** Back at work in the same org, or in another one: what was held elsewhere ends. */
	| { kind: 'placePerson'; staff: StaffId; org: OrgId; roles: readonly Role[]; window: string | null }
	| { kind: 'giveRole'; staff: StaffId; role: Role }
	| { kind: 'endRole'; staff: StaffId; role: Role }
	| { kind: 'leave'; staff: StaffId }
	/** `second`: another administrator of the authority, who proved to be there (`second-admin`). */
	| { kind: 'resetCredentials'; staff: StaffId; what: 'password' | 'pin'; second?: StaffId }
	/** `badge`, `key`: made by the server, which keeps the secrets that belong to them. */
	| { kind: 'issueBadge'; staff: StaffId; badge: string; key: string; second?: StaffId }
	/** Done at the server's terminal: `second` is missing where one did it alone. */
	| { kind: 'rotateSecret'; second?: StaffId }
	/** `import`: the id that the version's fact will have; `digest`: of its text. */
	| { kind: 'agreeImport'; import: FactId; digest: string; id: string; version: number; second?: StaffId }
	| { kind: 'voidBadge'; staff: StaffId; reason: string }
	| { kind: 'setWindow'; org: OrgId; window: string; closed: boolean }
	| { kind: 'setHours'; org: OrgId; from: string; hours: OfficeHours }
	| { kind: 'setRounds'; org: OrgId; from: string; collect: readonly number[]; dispatch: readonly number[] }
	| { kind: 'expectTransit'; org: OrgId; to: OrgId; minutes: number }
	| ({
			kind: 'enrolDevice';
			org: OrgId;
			device: string;
			number: number;
			journal: JournalId;
			key?: string;
	  } & DevicePlace)
	/** `anew`: by an administrator's word, in place of the key that it has. */
	| { kind: 'setDeviceKey'; device: string; key: string; anew: boolean }
	| ({ kind: 'moveDevice'; device: string } & DevicePlace)
	| { kind: 'revokeDevice'; device: string; reason: string };

export type RegistryCommandOf<K extends RegistryCommand['kind']> = Extract<RegistryCommand, { kind: K }>;
