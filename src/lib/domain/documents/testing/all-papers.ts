import { acknowledgement } from '../acknowledgement';
import { closingSheet } from '../closing-sheet';
import { collectionSheet } from '../collection-sheet';
import { incompleteSlip } from '../incomplete-slip';
import { journalSheet } from '../journal-sheet';
import { ledgerSheet } from '../ledger-sheet';
import { morningSheet } from '../morning-sheet';
import { movementSheet } from '../movement-sheet';
import { packetLabel } from '../packet-label';
import { type PaperKind, type PaperModel } from '../paper-model';
import { receipt } from '../receipt';
import { registerSheet } from '../register-sheet';
import { resultLabel } from '../result-label';
import { resultLetter } from '../result-letter';
import { resultRegisterSheet } from '../result-register-sheet';
import { talon } from '../talon';
import {
	ACKNOWLEDGEMENT,
	COLLECTION,
	JOURNAL,
	MOVEMENT,
	PACKET_LABEL,
	RECEIPT,
	REGISTER,
	RESULT_LABEL,
	RESULT_REGISTER,
	SLIP
} from './sample-inputs';
import { REFUSAL_LETTER, TALON } from './sample-letters';
import { BODY_CLOSING, LEDGER, MORNING } from './sample-sheets';

/** One paper of each kind, made up. */
export const ALL_PAPERS = {
	receipt: receipt(RECEIPT),
	'packet-label': packetLabel(PACKET_LABEL),
	'result-label': resultLabel(RESULT_LABEL),
	'collection-sheet': collectionSheet(COLLECTION),
	'register-sheet': registerSheet(REGISTER),
	'result-register-sheet': resultRegisterSheet(RESULT_REGISTER),
	acknowledgement: acknowledgement(ACKNOWLEDGEMENT),
	'incomplete-slip': incompleteSlip(SLIP),
	'movement-sheet': movementSheet(MOVEMENT),
	'journal-sheet': journalSheet(JOURNAL),
	talon: talon(TALON),
	'result-letter': resultLetter(REFUSAL_LETTER),
	'ledger-sheet': ledgerSheet(LEDGER),
	'closing-sheet': closingSheet(BODY_CLOSING),
	'morning-sheet': morningSheet(MORNING)
} satisfies Record<PaperKind, PaperModel>;
