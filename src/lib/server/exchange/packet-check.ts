import { type Application } from '#lib/domain/application/application.ts';
import { checklistLines, marksOf } from '#lib/domain/examination/checklist.ts';
import { checkOf } from '#lib/domain/examination/examination.ts';
import { type Law } from '#lib/domain/regulation/law.ts';

/** The documents that a packet is checked for, by its own version of the regulation, and what the last recorded check found. */
export function packetCheck(application: Application, law: Law) {
	const under = application.acceptance?.body.regulation;
	const regulation = under && law.regulation(under.id, under.version);
	return {
		lines: checklistLines(application.documents, regulation?.requiredDocuments ?? []),
		marks: marksOf(checkOf(application)?.lines ?? [])
	};
}
