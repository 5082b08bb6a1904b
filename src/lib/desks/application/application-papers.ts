import { type Application } from '#lib/domain/application/application.ts';
import { type PaperModel } from '#lib/domain/documents/paper-model.ts';
import { isEnding } from '#lib/domain/fact/traits.ts';
import { acceptedUnder } from '#lib/domain/regulation/accepted-under.ts';
import { lawHere } from '#lib/device/live/law.svelte.ts';
import { desk } from '#lib/device/session/desk.svelte.ts';
import { type MessageKey } from '#lib/i18n/message-key.ts';
import { acknowledgementPaper } from '#lib/tools/acknowledgement/acknowledgement-paper.ts';
import { movementModel } from '#lib/tools/application-actions/story-page.ts';
import { recordedLetter } from '#lib/tools/letter/result-letter-input.ts';
import { letterCopies, resultLetterModel } from '#lib/tools/letter/result-letter-paper.ts';
import { labelPaper } from '#lib/tools/receipt/label-paper.ts';
import { applicantsPaper, readableReceipt } from '#lib/tools/receipt/receipt-paper.ts';
import { resultLabelOf } from '#lib/tools/record-result/result-label-paper.ts';
import { staffName } from '#lib/tools/wording/words.ts';

type Name = Extract<MessageKey, `papers.names.${string}`>;
/** A paper of an application that can be read. `make` gives null where this device lacks what the paper is made of. */
type ReadablePaper = { name: Name; make: () => Promise<readonly PaperModel[] | null> };

const oneOf = (model: PaperModel | null | undefined): readonly PaperModel[] | null => (model ? [model] : null);

/** The papers that an application has by now, in the order in which they came to be. */
export function papersToRead(application: Application): ReadablePaper[] {
	const { acceptance, story } = application;
	const happened = (type: string) => story.some(({ fact, dead }) => !dead && fact.type === type);
	const papers: (ReadablePaper | false)[] = [
		acceptance !== null && {
			name: `papers.names.${applicantsPaper(application)}`,
			make: async () => oneOf(await readableReceipt(application))
		},
		acceptance !== null && {
			name: 'papers.names.packetLabel',
			make: () => Promise.resolve([labelPaper(application, lawHere.law, Date.now())])
		},
		recordedLetter(application) !== null && {
			name: 'papers.names.resultLetter',
			make: () =>
				Promise.resolve(oneOf(resultLetterModel(application, { copy: Math.max(1, letterCopies(application)) })))
		},
		happened('recorded') && {
			name: 'papers.names.resultLabel',
			make: () => Promise.resolve(oneOf(resultLabelOf(application)))
		},
		story.some(({ fact, dead }) => !dead && isEnding(fact)) && {
			name: 'papers.names.acknowledgement',
			make: () => Promise.resolve(oneOf(acknowledgementOf(application)))
		},
		{ name: 'papers.names.movementSheet', make: async () => [await movementModel(application)] }
	];
	return papers.filter((paper) => paper !== false);
}

/** What the receiver signed, as its first copy. */
function acknowledgementOf(application: Application): PaperModel | null {
	const ended = application.story.findLast(({ fact, dead }) => !dead && isEnding(fact));
	const isOfBody = application.acceptance?.body.entry === 'body';
	return acknowledgementPaper(application, {
		regulation: acceptedUnder(lawHere.law, application),
		outcome: null,
		inspector: staffName(ended?.fact.actor ?? ''),
		body: isOfBody ? desk.orgEntry(application.body) : undefined,
		copy: 1,
		now: Date.now()
	});
}
