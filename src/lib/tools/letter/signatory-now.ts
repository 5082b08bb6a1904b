import { type Application } from '#lib/domain/application/application.ts';
import {
	drafterOf,
	otherHands,
	type Signatory,
	signatoriesOn,
	signatoryOn
} from '#lib/domain/examination/signatory.ts';
import { type StaffId } from '#lib/domain/fact/ids.ts';
import { desk } from '#lib/device/session/desk.svelte.ts';

const around = () => [desk.context?.people ?? [], desk.staffing, desk.today] as const;

/** All who may sign here today. */
export const signatoriesNow = () => signatoriesOn(...around());

/** Who is here today to sign what its author must not. */
export const otherHandsNow = (application: Application): StaffId[] =>
	otherHands(signatoriesNow(), drafterOf(application));

/**
 * Whose name a letter is printed with: who signed it; else the one chosen to sign today, but never its author while another hand is
 * there; without a choice, as printed before or as the appointments of the day say.
 */
export function signatoryNow(application: Application, chosen: StaffId | '' = ''): Signatory | null {
	if (chosen === '' || application.decision?.signedBy) return signatoryOn(application, ...around());
	const [other] = chosen === drafterOf(application) ? otherHandsNow(application) : [];
	const found = signatoriesNow().find(({ staff }) => staff === (other ?? chosen));
	return found ? { staff: found.staff, acting: found.acting } : signatoryOn(application, ...around());
}
