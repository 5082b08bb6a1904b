import { type HandOutCommand } from '#lib/domain/application/commands/hand-out.ts';

/** The applicant comes with the receipt or talon, and gets one sheet. */
export const aHandOut: HandOutCommand = {
	kind: 'handOut',
	withReceipt: true,
	to: 'applicant',
	sheets: 1,
	originals: { documents: 0, sheets: 0 },
	signedFor: false,
	details: { receiver: { surname: 'Оспанов', given: 'Ержан' } }
};
