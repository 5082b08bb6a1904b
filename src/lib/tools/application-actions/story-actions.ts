import { type ActByRole, mayByRole } from '#lib/domain/acts/rights.ts';
import { type Application } from '#lib/domain/application/application.ts';
import { type DecideContext } from '#lib/domain/application/context.ts';
import { type Command, decide } from '#lib/domain/application/decide.ts';
import { type Refusal } from '#lib/domain/application/refusal.ts';
import { type BodyOf } from '#lib/domain/fact/fact.ts';
import { type OrgId, type Role } from '#lib/domain/fact/ids.ts';
import { nameFrom, nameProblems, writtenParts } from '#lib/domain/text/typed-name.ts';
import { NAME_KEYS } from '#lib/tools/wording/name-keys.ts';

const ACTION_IDS = [
	'reprint',
	'addDocument',
	'correct',
	'relabelPacket',
	'relabelResult',
	'spoil',
	'withdraw',
	'returnDocuments',
	'losePacket',
	'loseResult',
	'findPacket',
	'findResult',
	'redirect',
	'renumber',
	'movement'
] as const;
export type ActionId = (typeof ACTION_IDS)[number];

/** Everything that the small forms of the actions ask, as typed. */
export type ActionForm = {
	printReason: NonNullable<BodyOf<'printed'>['reason']>;
	labelReason: BodyOf<'labelled'>['reason'];
	text: string;
	copy: string;
	/** Id of the body that the application goes on to; empty until it is chosen. */
	toBody: string;
	document: { name: string; form: 'original' | 'copy'; sheets: string };
	person: {
		surname: string;
		given: string;
		patronymic: string;
		noSurname: boolean;
		/** Letters that were asked about at the acceptance. */
		asWritten: readonly string[];
		address: string;
		phone: string;
	};
};

type ActionProblem = { field: string; key: ActionProblemKey; params?: Record<string, string> };
type ActionProblemKey =
	| 'errors.reasonMissing'
	| 'errors.documentName'
	| 'errors.sheets'
	| 'refusals.sameBody'
	| 'errors.surname'
	| 'errors.givenName'
	| 'errors.nameLetters'
	| 'errors.nameMixed'
	| 'errors.address';

/** The act behind an action: who has no right to it does not see it; what else `decide` says is asked besides. */
const ACT_OF: Record<ActionId, ActByRole> = {
	reprint: 'print',
	movement: 'print',
	spoil: 'spoilReceipt',
	relabelPacket: 'relabel',
	relabelResult: 'relabel',
	addDocument: 'amend',
	correct: 'amend',
	withdraw: 'withdraw',
	returnDocuments: 'returnDocuments',
	losePacket: 'lose',
	loseResult: 'lose',
	findPacket: 'find',
	findResult: 'find',
	redirect: 'redirect',
	renumber: 'renumber'
};

export function actionFormOf(application: Application): ActionForm {
	const applicant = application.acceptance?.applicant;
	return {
		printReason: 'lost',
		labelReason: 'fellOff',
		text: '',
		copy: String(Math.max(1, application.receiptCopies)),
		toBody: '',
		document: { name: '', form: 'copy', sheets: '1' },
		person: {
			surname: applicant?.surname ?? '',
			given: applicant?.given ?? '',
			patronymic: applicant?.patronymic ?? '',
			noSurname: applicant?.surname === '',
			asWritten: writtenParts(applicant),
			address: applicant?.address ?? '',
			phone: applicant?.phone ?? ''
		}
	};
}

/** What a filled-in form asks of the rules; a new number is given only while it is recorded. */
export function actionCommand(id: ActionId, form: ActionForm): Command {
	const text = form.text.trim();
	switch (id) {
		case 'reprint':
			return { kind: 'print', document: 'receipt', reason: form.printReason };
		case 'movement':
			return { kind: 'print', document: 'movementSheet', reason: 'other' };
		case 'spoil':
			return { kind: 'spoilReceipt', copy: Number(form.copy), text };
		case 'relabelPacket':
		case 'relabelResult':
			return {
				kind: 'relabel',
				paper: id === 'relabelPacket' ? 'packet' : 'result',
				reason: form.labelReason,
				text
			};
		case 'addDocument': {
			const { name, form: kind, sheets } = form.document;
			return { kind: 'amend', documents: [{ name: name.trim(), form: kind, sheets: Number(sheets) }], text };
		}
		case 'correct':
			return { kind: 'amend', documents: [], applicant: personOf(form.person), text };
		case 'withdraw':
			return { kind: 'withdraw', text };
		case 'returnDocuments':
			return { kind: 'returnDocuments' };
		case 'losePacket':
		case 'loseResult':
			return { kind: 'lose', paper: id === 'losePacket' ? 'packet' : 'result', text };
		case 'findPacket':
		case 'findResult':
			return { kind: 'find', paper: id === 'findPacket' ? 'packet' : 'result', text };
		case 'redirect':
			return { kind: 'redirect', toBody: (form.toBody || null) as OrgId | null, text };
		case 'renumber':
			return { kind: 'renumber', to: '', text };
	}
}

function personOf({ address, phone, ...name }: ActionForm['person']) {
	return {
		...nameFrom(name),
		address: address.trim(),
		...(phone.trim() ? { phone: phone.trim() } : {})
	};
}

/** Fields of an action's form that are not right. */
export function actionProblems(id: ActionId, form: ActionForm): ActionProblem[] {
	const problems: ActionProblem[] = [];
	const need = (isRight: boolean, field: string, key: ActionProblemKey) => isRight || problems.push({ field, key });
	const filled = (text: string) => text.trim() !== '';
	const saysWhy = ['withdraw', 'losePacket', 'loseResult', 'spoil', 'correct', 'redirect'].includes(id);
	const isOther = id.startsWith('relabel') && form.labelReason === 'other';
	if (id === 'addDocument') {
		need(filled(form.document.name), 'document-name', 'errors.documentName');
		need(/^[1-9]\d{0,2}$/.test(form.document.sheets.trim()), 'document-sheets', 'errors.sheets');
	}
	if (id === 'correct') {
		problems.push(
			...nameProblems(form.person).map(({ part, code, params }) => ({ field: part, key: NAME_KEYS[code], params }))
		);
		need(filled(form.person.address), 'address', 'errors.address');
	}
	if (id === 'redirect') need(form.toBody !== '', 'to-body', 'refusals.sameBody');
	if (saysWhy || isOther) need(filled(form.text), 'text', 'errors.reasonMissing');
	return problems;
}

type ActionState = { id: ActionId; refusal: Refusal | null };

/** The actions of a role on an application: each allowed, or with the reason why not. */
export function actionsOf(application: Application, context: DecideContext): ActionState[] {
	const form: ActionForm = {
		...actionFormOf(application),
		text: '?',
		toBody: '?',
		document: { name: '?', form: 'copy', sheets: '1' }
	};
	return ACTION_IDS.filter((id) => concerns(id, application, context.role)).map((id) => {
		const verdict = decide(application, actionCommand(id, form), context);
		return { id, refusal: verdict.ok ? null : verdict };
	});
}

/** An action that has nothing to act on is not offered: what is not lost cannot be found. */
function concerns(id: ActionId, application: Application, role: Role): boolean {
	const { acceptance, packet, result, receiptCopies, rivals } = application;
	const isReprint = id === 'reprint' || id === 'spoil';
	if (!mayByRole(ACT_OF[id], role)) return false;
	const reprint = acceptance?.body.entry === 'body' ? 'reprintTalon' : 'reprintReceipt';
	if (isReprint && !mayByRole(reprint, role)) return false;
	const isAway = (paper: Application['result']) => paper?.holder.kind === 'unknown' && paper.holder.since !== null;
	switch (id) {
		case 'findPacket':
			return isAway(packet);
		case 'findResult':
			return isAway(result);
		case 'losePacket':
			return !isAway(packet) && packet.holder.kind !== 'applicant';
		case 'loseResult':
			return result !== null && !isAway(result) && result.holder.kind !== 'applicant';
		case 'relabelResult':
			return result !== null && result.holder.kind !== 'applicant';
		case 'spoil':
			return receiptCopies > 0;
		case 'renumber':
			return rivals.length > 0;
		case 'addDocument':
		case 'correct':
		case 'movement':
		case 'redirect':
		case 'relabelPacket':
		case 'reprint':
		case 'returnDocuments':
		case 'withdraw':
			return true;
	}
}
