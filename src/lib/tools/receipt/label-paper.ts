import { acceptedUnder, serviceOf } from '#lib/domain/regulation/accepted-under.ts';
import { type Application } from '#lib/domain/application/application.ts';
import { numberLabel } from '#lib/domain/documents/number-label.ts';
import { packetLabel } from '#lib/domain/documents/packet-label.ts';
import { type PaperModel } from '#lib/domain/documents/paper-model.ts';
import { type PaperNumber } from '#lib/domain/number/paper-number.ts';
import { type Law } from '#lib/domain/regulation/law.ts';
import { ALMATY, localOf } from '#lib/domain/time/zone.ts';
import { findOrganisation } from '#lib/domain/org/directory.ts';
import { dueOnOf } from './receipt-input.ts';

/**
 * The sticker of an application's packet. Where its service is not known here, it bears number and codes, and invents nothing.
 * @param now when it is made
 * @throws TypeError if the application is known by its number only: nobody knows its service then
 */
export function labelPaper(application: Application, law: Law, now: number): PaperModel {
	const { acceptance, documents } = application;
	if (!acceptance) throw new TypeError('A label needs the acceptance');
	const service = serviceOf(law, application);
	const number = application.number as PaperNumber;
	const body = application.body ?? acceptance.body.body;
	const organisation = findOrganisation(law.directory, body);
	const place = organisation?.kind === 'body' ? organisation.place.kk : null;
	if (!service)
		return numberLabel({ number, oldLabel: null, bodyName: place, madeOn: localOf(now, ALMATY).date, training: false });
	return packetLabel({
		number,
		service: service.number,
		serviceName: service.workingName.kk,
		sheets: documents.reduce((sum, { sheets }) => sum + sheets, 0),
		body,
		bodyName: place ?? organisation?.shortName.kk ?? body,
		acceptedOn: localOf(acceptance.at, ALMATY).date,
		dueOn: dueOnOf(acceptance, acceptedUnder(law, application), law),
		training: false
	});
}
