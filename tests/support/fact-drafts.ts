import { type FactDraft } from '#lib/domain/fact/fact.ts';
import { type FactId, type OrgId, type StaffId } from '#lib/domain/fact/ids.ts';
import { type ActStamp } from '#lib/journal/device-journal.ts';
import {
	type ApplicationNumber,
	makePaperNumber,
	type PaperNumber,
	type RegisterNumber
} from '#lib/domain/number/paper-number.ts';

export const CENTER_ORG = 'center-04' as OrgId;
export const BODY_ORG = 'body-15' as OrgId;

export const applicationNo = (serial: number, device = 7): ApplicationNumber =>
	makePaperNumber(1, device, serial, serial % 1000);
export const registerNo = (serial: number, device = 7): RegisterNumber =>
	makePaperNumber(9, device, serial, serial % 1000);

/** Who acts in tests, and when. */
export const stamp = (more: Partial<ActStamp> = {}): ActStamp => ({
	at: 1_764_000_000_000,
	actor: 'aigerim' as StaffId,
	role: 'centerInspector',
	org: CENTER_ORG,
	window: '2',
	...more
});

export const acceptance = (number: PaperNumber | string, surname = 'Оспанов'): FactDraft<'accepted'> => ({
	type: 'accepted',
	subject: { kind: 'application', number },
	body: {
		regulation: { id: 'child-benefit-under-18', version: 1 },
		entry: 'center',
		center: CENTER_ORG,
		body: BODY_ORG,
		visitStartedAt: 1_763_999_000_000,
		documents: [{ form: 'copy', sheets: 2 }],
		language: 'kk'
	},
	details: { surname, given: 'Ержан', address: 'Шымкент', documents: ['Туу туралы куәлік'] }
});

export const registration = (number: string, on: FactId[] = []): FactDraft<'registered'> => ({
	type: 'registered',
	subject: { kind: 'application', number },
	on,
	body: {},
	details: null
});

export const collection = (register: string, papers: readonly string[]): FactDraft<'collected'> => ({
	type: 'collected',
	subject: { kind: 'register', number: register },
	body: { rows: papers.map((paper) => ({ paper })), window: '2' },
	details: null
});

export const renumbering = (from: string, to: string, accepted: FactId): FactDraft<'renumbered'> => ({
	type: 'renumbered',
	subject: { kind: 'application', number: from },
	on: [accepted],
	body: { to },
	details: null
});
