import { type DecisionKind } from '#lib/domain/application/application.ts';
import { language } from '#lib/device/live/language.svelte.ts';
import { lawHere } from '#lib/device/live/law.svelte.ts';

/**
 * What the paper of a decision is called: a notice goes by the name that its regulation gives its result (анықтама for service 1,
 * жолдама for service 2), a refusal by the same name everywhere.
 */
export function resultWord(decision: DecisionKind, regulationId: string | null): string {
	const { t, pick } = language;
	const paper = lawHere.law.service(regulationId)?.resultPaper;
	if (decision === 'refusal' || !paper) return t(`states.outcome.${decision}`);
	const word = pick(paper);
	return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}
