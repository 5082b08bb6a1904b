import { acknowledgement } from '../acknowledgement.ts';
import { badgeCards } from '../badge-card.ts';
import { closingSheet } from '../closing-sheet.ts';
import { collectionSheet } from '../collection-sheet.ts';
import { incompleteSlip } from '../incomplete-slip.ts';
import { journalSheet } from '../journal-sheet.ts';
import { ledgerSheet } from '../ledger-sheet.ts';
import { morningSheet } from '../morning-sheet.ts';
import { movementSheet } from '../movement-sheet.ts';
import { packetLabel } from '../packet-label.ts';
import { type DocumentKind, type PaperModel } from '../paper-model.ts';
import { receipt } from '../receipt.ts';
import { registerSheet } from '../register-sheet.ts';
import { resultLabel } from '../result-label.ts';
import { resultLetter } from '../result-letter.ts';
import { resultRegisterSheet } from '../result-register-sheet.ts';
import { talon } from '../talon.ts';
import {
	ACKNOWLEDGEMENT,
	BADGE,
	COLLECTION,
	JOURNAL,
	MOVEMENT,
	PACKET_LABEL,
	RECEIPT,
	REGISTER,
	RESULT_LABEL,
	RESULT_REGISTER,
	SLIP
} from './sample-inputs.ts';
import { REFUSAL_LETTER, TALON } from './sample-letters.ts';
import { BODY_CLOSING, LEDGER, MORNING } from './sample-sheets.ts';

/** One sample paper of each kind. */
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
	'morning-sheet': morningSheet(MORNING),
	'badge-card': badgeCards([BADGE])
} satisfies Record<DocumentKind, PaperModel>;
