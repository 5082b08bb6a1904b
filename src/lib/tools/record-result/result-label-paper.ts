import { serviceOf } from '#lib/domain/regulation/accepted-under.ts';
import { numberLabel } from '#lib/domain/documents/number-label.ts';
import { resultLabel } from '#lib/domain/documents/result-label.ts';
import { type PaperModel } from '#lib/domain/documents/paper-model.ts';
import { type Application } from '#lib/domain/application/application.ts';
import { type ApplicationNumber, resultNumberOf } from '#lib/domain/number/paper-number.ts';
import { ALMATY, localOf } from '#lib/domain/time/zone.ts';
import { act, findApplication } from '#lib/device/session/acts.ts';
import { desk } from '#lib/device/session/desk.svelte.ts';
import { language } from '#lib/device/live/language.svelte.ts';
import { lawHere } from '#lib/device/live/law.svelte.ts';
import { printing, type Printed } from '#lib/device/printing/printing.svelte.ts';
import { orgName } from '#lib/tools/wording/words.ts';

/**
 * The sticker that makes a notice or a refusal scannable on its way back: with number and codes alone where the service is not
 * known here. Null while nothing is known of the application.
 */
export function resultLabelOf(application: Application): PaperModel | null {
	const { acceptance, story, body } = application;
	if (!acceptance) return null;
	const service = serviceOf(lawHere.law, application);
	const resultNumber = resultNumberOf(application.number as ApplicationNumber);
	const today = localOf(Date.now(), ALMATY).date;
	if (!service)
		return numberLabel({ number: resultNumber, oldLabel: null, bodyName: null, madeOn: today, training: false });
	const recorded = story.findLast(({ fact, dead }) => !dead && fact.type === 'recorded');
	return resultLabel({
		number: resultNumber,
		service: service.number,
		serviceName: language.pick(service.workingName),
		sheets: recorded?.fact.type === 'recorded' ? recorded.fact.body.sheets : 1,
		body: body ?? desk.org,
		centerName: orgName(acceptance.body.center ?? body),
		recordedOn: recorded ? localOf(recorded.at, ALMATY).date : today,
		training: false
	});
}

/** Prints the result's label and notes the print. */
export async function printResultLabel(
	number: string,
	reason: 'first' | 'printerFailed' | 'other' = 'first'
): Promise<Printed> {
	const noted = await act(number, { kind: 'print', document: 'resultLabel', reason });
	const application = await findApplication(number);
	const model = application && resultLabelOf(application);
	if (!noted.ok || !model) return { ok: false, detail: 'unknown' };
	return printing.print([model]);
}
