import { type MessageKey } from '#lib/i18n/message-key.ts';
import { type ActionId } from './story-actions.ts';

type Words = { button: MessageKey; title: MessageKey; hint?: MessageKey; done: MessageKey };

/** The words of each action: its button, the head and the hint of its dialog, and what is said when it is done. */
export const ACTION_WORDS: Record<ActionId, Words> = {
	reprint: { button: 'receipt.reprintTitle', title: 'receipt.reprintTitle', done: 'application.recorded' },
	addDocument: {
		button: 'actions.addDocument',
		title: 'application.addDocumentTitle',
		hint: 'application.addDocumentHint',
		done: 'application.addDocumentDone'
	},
	correct: {
		button: 'application.correctAction',
		title: 'application.amendTitle',
		hint: 'application.amendHint',
		done: 'application.amendDone'
	},
	relabelPacket: {
		button: 'application.relabelPacketAction',
		title: 'application.relabelTitle',
		done: 'application.relabelDone'
	},
	relabelResult: {
		button: 'application.relabelResultAction',
		title: 'application.relabelTitle',
		done: 'application.relabelDone'
	},
	spoil: {
		button: 'application.spoilAction',
		title: 'application.spoilAction',
		hint: 'application.spoilHint',
		done: 'application.recorded'
	},
	withdraw: {
		button: 'application.withdrawAction',
		title: 'application.withdrawTitle',
		hint: 'application.withdrawHint',
		done: 'application.withdrawDone'
	},
	returnDocuments: {
		button: 'application.documentsReturnedAction',
		title: 'application.documentsReturnedTitle',
		done: 'application.documentsReturnedDone'
	},
	losePacket: {
		button: 'application.losePacketAction',
		title: 'application.lookForTitle',
		hint: 'application.lookForHint',
		done: 'application.recorded'
	},
	loseResult: {
		button: 'application.loseResultAction',
		title: 'application.lookForTitle',
		hint: 'application.lookForHint',
		done: 'application.recorded'
	},
	findPacket: {
		button: 'application.findPacketAction',
		title: 'application.foundAction',
		hint: 'application.foundHint',
		done: 'application.recorded'
	},
	findResult: {
		button: 'application.findResultAction',
		title: 'application.foundAction',
		hint: 'application.foundHint',
		done: 'application.recorded'
	},
	redirect: {
		button: 'control.odd.redirect',
		title: 'application.redirectTitle',
		hint: 'application.redirectHint',
		done: 'control.odd.redirectDone'
	},
	renumber: {
		button: 'application.renumberAction',
		title: 'application.renumberAction',
		hint: 'application.renumberHint',
		done: 'application.renumberDone'
	},
	movement: {
		button: 'application.movementSheet',
		title: 'papers.names.movementSheet',
		hint: 'application.movementHint',
		done: 'application.recorded'
	}
};
