import { type DueState } from '#lib/domain/control/due-state.ts';
import { type MarkShape } from '#lib/ui/mark-shapes.ts';

/** Each state has a silhouette of its own, beside its word: nothing is told by colour alone. */
export const STATE_SHAPES: Record<DueState, MarkShape> = {
	overdue: 'misread',
	risk: 'wait',
	inTime: 'ok',
	unlimited: 'info',
	waiting: 'foreign'
};
