import { type Application } from '../../domain/application/application';
import { type Command } from '../../domain/application/decide';
import { checklistLines } from '../../domain/examination/checklist';
import { type Regulation } from '../../domain/regulation/regulation';

/** The executor has looked at every document: what lies in the packet is in place, nothing else is needed. */
export function checkedWhole({ documents }: Application, { requiredDocuments }: Regulation): Command {
	const lines = checklistLines(documents, requiredDocuments).map(({ key, attached }) => ({
		name: key,
		mark: attached.length > 0 ? ('present' as const) : ('notNeeded' as const)
	}));
	return { kind: 'examine', text: '', lines, complete: true };
}
