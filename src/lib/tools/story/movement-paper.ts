import { type Application, type StepState } from '#lib/domain/application/application.ts';
import { movementSheet, type MovementStep } from '#lib/domain/documents/movement-sheet.ts';
import { type Bilingual, type PaperModel } from '#lib/domain/documents/paper-model.ts';
import { type OrgId } from '#lib/domain/fact/ids.ts';
import { type PaperNumber } from '#lib/domain/number/paper-number.ts';
import { type Law } from '#lib/domain/regulation/law.ts';
import { type Limit } from '#lib/domain/regulation/vocabulary.ts';
import { ALMATY, localOf } from '#lib/domain/time/zone.ts';
import { formatDuration } from '#lib/i18n/formats.ts';
import { type MessageKey } from '#lib/i18n/message-key.ts';
import { translateLoosely } from '#lib/i18n/translate.ts';
import { dueOfStep } from '#lib/law/law.ts';

type MovementSurroundings = {
	/** Null for people of other orgs: of them only the post is known here. */
	staff: (id: string) => string | null;
	org: (id: OrgId | string) => Bilingual;
	compiledBy: { name: string; role: string };
	/** Whether the hashes of the journal were followed and found whole. */
	chainChecked: boolean;
	copy: number;
	now: number;
	law: Law;
};

/** Where the packet was, with whom and for how long: one row for each step that is done. */
export function movementPaper(application: Application, around: MovementSurroundings): PaperModel {
	const { compiledBy, chainChecked, copy, now } = around;
	return movementSheet({
		number: application.number as PaperNumber,
		steps: application.steps.flatMap((step) => rowOf(application, step, around)),
		chainChecked,
		compiledOn: localOf(now, ALMATY).date,
		compiledBy: { name: compiledBy.name, role: words(`states.roles.${compiledBy.role}` as MessageKey) },
		run: {
			copy,
			reprintReason: copy === 1 ? null : words('receipt.reprintReasons.other'),
			printedAt: localOf(now, ALMATY),
			exampleData: false,
			training: false
		}
	});
}

function rowOf(
	application: Application,
	state: StepState,
	{ staff, org, law }: Pick<MovementSurroundings, 'staff' | 'org' | 'law'>
): MovementStep[] {
	const { step, done, startedAt } = state;
	if (!done) return [];
	const fact = application.story.find((item) => item.fact.id === done.fact)?.fact;
	const due = dueOfStep(application, state, law);
	const taken = startedAt === null ? null : Math.max(0, done.at - startedAt);
	return [
		{
			at: localOf(done.at, ALMATY),
			action: words(`states.steps.${step.fact}`),
			holder: org(fact?.org ?? ''),
			person: staff(done.actor) ?? words(`states.roles.${done.role}`),
			limit: step.limit && limitWords(step.limit),
			taken: taken === null ? null : { kk: formatDuration(taken, 'kk'), ru: formatDuration(taken, 'ru') },
			inTime: due === null ? null : done.at <= due
		}
	];
}

/** A limit of table 1 in words: «30 мин», «1 жұмыс күні · 1 раб. дн.», «күніне 3 рет». */
export function limitWords({ amount, unit, bound }: Limit): Bilingual {
	switch (unit) {
		case 'minutes':
			return { kk: `${amount} мин`, ru: `${amount} мин` };
		case 'hours':
			return { kk: `${amount} сағ`, ru: `${amount} ч` };
		case 'workingDays':
			return words('deadlines.workingDays', { n: amount });
		case 'calendarDays':
			return words('deadlines.calendarDays', { n: amount });
		case 'withinWorkingDay':
		case 'withinOneDay':
			return words('deadlines.withinDay');
		case 'timesPerDay':
			return bound
				? words('application.timesPerDayAtLeast', { n: amount })
				: words('application.timesPerDay', { n: amount });
	}
}

const words = (key: MessageKey, params: Record<string, string | number> = {}): Bilingual => ({
	kk: translateLoosely('kk', key, params),
	ru: translateLoosely('ru', key, params)
});
