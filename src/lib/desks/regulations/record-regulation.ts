import { type FactId } from '#lib/domain/fact/ids.ts';
import { everyOrg } from '#lib/domain/org/directory.ts';
import { importGroundOf } from '#lib/domain/regulation/import-ground.ts';
import { type Regulation } from '#lib/domain/regulation/regulation.ts';
import { CHECK_NAMES } from '#lib/domain/regulation/regulation-checks.ts';
import { type ImportGround } from '#lib/domain/regulation/regulation-import.ts';
import { actInOffice, type Recorded } from '#lib/device/session/acts.ts';
import { desk } from '#lib/device/session/desk.svelte.ts';
import { language } from '#lib/device/live/language.svelte.ts';
import { lawHere } from '#lib/device/live/law.svelte.ts';
import { type SecondHand, type Unagreed } from './second-hand.svelte.ts';
import { signInProblemText } from '#lib/tools/sign-in/sign-in-words.ts';
import { failureText, refusalText } from '#lib/tools/wording/words.ts';

/** How many cross-checks a version must pass. */
export const CHECK_COUNT = CHECK_NAMES.length;

/** What a new version is held against on this device, today. */
export const importGround = (): ImportGround => importGroundOf(lawHere.law, desk.today);

/**
 * Records a version for all orgs, the authority too, which makes the next one, whether it came as a file or was edited here.
 * @param hand the other administrator of the authority, where one is needed
 * @param id given beforehand, so that a crash in the middle never records it twice
 */
export async function recordRegulation(
	regulation: Regulation,
	id: FactId,
	hand: SecondHand
): Promise<Recorded | Unagreed> {
	const agreed = await hand.agree(regulation, id);
	if (!agreed.ok) return agreed;
	const { second } = agreed;
	const tell = everyOrg(lawHere.law.directory);
	return actInOffice({ kind: 'importRegulation', regulation, tell, ...(second ? { second } : {}) }, { id });
}

/** Why it was not recorded, and what to do. */
export function unrecordedText(refused: Exclude<Recorded | Unagreed, { ok: true }>): string {
	if ('refusal' in refused) return refusalText(refused.refusal);
	if ('failure' in refused) return failureText(refused.failure);
	return refused.unproven.offline ? language.t('registry.noLine') : signInProblemText(refused.unproven);
}
