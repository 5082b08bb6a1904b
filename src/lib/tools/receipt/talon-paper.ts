import { type Application } from '#lib/domain/application/application.ts';
import { type PaperModel } from '#lib/domain/documents/paper-model.ts';
import { talon } from '#lib/domain/documents/talon.ts';
import { type PaperNumber } from '#lib/domain/number/paper-number.ts';
import { type Law } from '#lib/domain/regulation/law.ts';
import { type Regulation } from '#lib/domain/regulation/regulation.ts';
import { ALMATY, localOf } from '#lib/domain/time/zone.ts';
import { type OrgEntry } from '#lib/protocol/context-messages.ts';
import { dueOnOf, historyOf, type PrintReason, reprintReasonOf } from './receipt-input.ts';

/** What is known around an application when its talon is printed. */
type TalonSurroundings = {
	/** The body that accepted it. */
	body: Pick<OrgEntry, 'name' | 'address' | 'phones'>;
	/** Surname and initials of who pressed *Accept* (para 13). */
	acceptedBy: string;
	regulation: Regulation | undefined;
	law: Law;
	/** Hash of the acceptance fact, as its text was written. */
	factHash: string;
	copy: number;
	reason: PrintReason;
	now: number;
};

/**
 * The talon of an application at the body, as the facts tell it. It names nobody but who accepted, and can be printed again
 * after the personal part is gone.
 * @throws TypeError if the application is known by its number only
 */
export function talonPaper(application: Application, around: TalonSurroundings): PaperModel {
	const { acceptance, documents } = application;
	if (!acceptance) throw new TypeError('A talon needs the acceptance');
	const { body, regulation, copy, reason } = around;
	return talon({
		number: application.number as PaperNumber,
		factHash: around.factHash,
		acceptedAt: localOf(acceptance.at, ALMATY),
		body: { name: body.name, address: body.address, phone: body.phones[0] ?? '' },
		service: regulation?.workingName ?? { kk: acceptance.body.regulation.id, ru: acceptance.body.regulation.id },
		documents: documents.length,
		sheets: documents.reduce((sum, { sheets }) => sum + sheets, 0),
		dueOn: dueOnOf(acceptance, regulation, around.law),
		acceptedBy: around.acceptedBy,
		history: historyOf(application),
		run: {
			copy,
			reprintReason: copy === 1 ? null : reprintReasonOf(reason),
			printedAt: localOf(around.now, ALMATY),
			exampleData: false,
			training: false
		}
	});
}
