import { isPrintedAsItStands, printedHands, printReasonOf } from '../../examination/print-reason.ts';
import { type Signatory } from '../../examination/signatory.ts';
import { type Unprinted } from '../../fact/application-facts.ts';
import { type StaffId } from '../../fact/ids.ts';
import { type Application } from '../application.ts';
import { refuse, type Refusal } from '../refusal.ts';

/** The letter was written here, and no print of its current text is recorded. A decision made on paper is never printed here. */
export const isUnprinted = (application: Application): boolean =>
	Boolean(application.decision?.letter) && !isPrintedAsItStands(application);

/** How a copy of the letter names a signatory; undefined where no copy names that person. */
export const printedAs = (application: Application, hand: StaffId): Signatory | undefined =>
	printedHands(application).find(({ staff }) => staff === hand);

/**
 * What must be answered before a signature is recorded: the origin of a paper never printed, the printed name where it is not the
 * signatory's, and why its author signed it.
 */
export function doubtOfSignature(
	application: Application,
	hand: StaffId,
	answers: { unprinted?: Unprinted | null; reason?: string }
): Refusal | null {
	if (isUnprinted(application) && !answers.unprinted)
		return refuse(printReasonOf(application) === 'first' ? 'neverPrinted' : 'changedSincePrint');
	const [onPaper] = printedHands(application);
	if (onPaper && !printedAs(application, hand)) return refuse('otherNameOnPaper', { person: onPaper.staff });
	if (hand === application.decision?.draftedBy && !answers.reason?.trim()) return refuse('ownDraft');
	return null;
}
