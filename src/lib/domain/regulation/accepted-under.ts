import { type Application } from '../application/application.ts';
import { type Law } from './law.ts';
import { type Regulation } from './regulation.ts';

type Accepted = Pick<Application, 'acceptance'> | null | undefined;

/** The version that an application was accepted under; undefined where its acceptance, or that version, is not known here. */
export function acceptedUnder({ regulation }: Law, application: Accepted): Regulation | undefined {
	const accepted = application?.acceptance?.body.regulation;
	return accepted && regulation(accepted.id, accepted.version);
}

/** Its service for a label: by that version, or by the newest where only that one is known here. */
export const serviceOf = (law: Law, application: Accepted): Regulation | undefined =>
	acceptedUnder(law, application) ?? law.service(application?.acceptance?.body.regulation.id);
