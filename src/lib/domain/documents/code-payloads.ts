import { type PaperNumber } from '../number/paper-number.ts';

/** Prefix of every QR of Tereze, with the version of its layout. */
const PREFIX = 'TRZ1';

/**
 * The QR of a receipt: `TRZ1:<number>:<hash>`. The hash is that of the receipt's fact, so a record rebuilt from paper can be
 * compared with it.
 */
export function receiptQr(number: PaperNumber, factHash: string): string {
	return joined([number, factHash]);
}

/**
 * The QR of a label: `TRZ1:<number>:<service>:<body>:<date>`. No personal data: it shows where the packet belongs even to a device
 * that does not have the application.
 * @param service number of the service, see `LAST_SERVICE_NUMBER`
 * @param body identity of the authorized body
 * @param acceptedOn `YYYY-MM-DD`
 */
export function labelQr(number: PaperNumber, service: number, body: string, acceptedOn: string): string {
	return joined([number, String(service), body, acceptedOn]);
}

/** @throws RangeError if a part would be parsed as two */
function joined(parts: readonly string[]): string {
	for (const part of parts) {
		if (part === '' || part.includes(':')) throw new RangeError(`Not a part of a code: «${part}»`);
	}
	return [PREFIX, ...parts].join(':');
}
