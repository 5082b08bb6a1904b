import { type FactDraft } from '../fact/fact.ts';
import { type Application } from './application.ts';
import { annul, type AnnulCommand } from './commands/annul.ts';
import * as body from './commands/body-acts.ts';
import { draft, type DraftCommand, examine, type ExamineCommand } from './commands/executor-acts.ts';
import {
	assign,
	type AssignCommand,
	chooseDraft,
	type ChooseDraftCommand,
	sendBack,
	type SendBackCommand,
	sign,
	type SignCommand
} from './commands/head-acts.ts';
import {
	redirect,
	type RedirectCommand,
	settle,
	type SettleCommand,
	settleFlag,
	type SettleFlagCommand
} from './commands/settle-acts.ts';
import { renumber, type RenumberCommand } from './commands/renumber.ts';
import { call, type CallCommand, handOut, type HandOutCommand } from './commands/hand-out.ts';
import * as packet from './commands/packet-acts.ts';
import { type DecideContext } from './context.ts';
import { type Verdict } from './refusal.ts';

export type Command =
	| AnnulCommand
	| body.RegisterCommand
	| body.NoteResultCommand
	| body.RecordCommand
	| AssignCommand
	| ExamineCommand
	| DraftCommand
	| SendBackCommand
	| ChooseDraftCommand
	| SignCommand
	| RedirectCommand
	| RenumberCommand
	| SettleCommand
	| SettleFlagCommand
	| HandOutCommand
	| CallCommand
	| packet.AmendCommand
	| packet.WithdrawCommand
	| packet.ReturnDocumentsCommand
	| packet.RelabelCommand
	| packet.PrintCommand
	| packet.SpoilCommand
	| packet.LoseCommand
	| packet.FindCommand;

type Decider<C> = (application: Application, command: C, context: DecideContext) => Verdict<FactDraft[]>;

const DECIDERS: { [K in Command['kind']]: Decider<Extract<Command, { kind: K }>> } = {
	annul,
	register: body.register,
	noteResult: body.noteResult,
	record: body.record,
	assign,
	examine,
	draft,
	sendBack,
	chooseDraft,
	sign,
	redirect,
	renumber,
	settle,
	settleFlag,
	handOut,
	call,
	amend: packet.amend,
	withdraw: packet.withdraw,
	returnDocuments: packet.returnDocuments,
	relabel: packet.relabel,
	print: packet.print,
	spoilReceipt: packet.spoilReceipt,
	lose: packet.lose,
	find: packet.find
};

/**
 * What is allowed *now* on one application: the facts to record, or a refusal that says why. Buttons, scanner and server ask this
 * same function. What physically happened elsewhere is never refused: on the server the answer is only a flag.
 */
export function decide<C extends Command>(
	application: Application,
	command: C,
	context: DecideContext
): Verdict<FactDraft[]> {
	return (DECIDERS[command.kind] as Decider<C>)(application, command, context);
}

/** A label is printed for a paper at hand, even where its application is unknown; all other acts need a record of it. */
export const needsRecord = ({ kind }: Command): boolean => kind !== 'relabel';
