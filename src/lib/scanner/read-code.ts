import { type ParsedPaperNumber, type PaperNumber, parsePaperNumber } from '#lib/domain/number/paper-number.ts';

/** What a scanned or typed text says: a paper's number, and what the QR beside it adds. */
type CodeRead =
	| {
			readonly ok: true;
			readonly number: PaperNumber;
			/** The text after the number in a QR: service, body and date of a label, or a receipt's hash. Not trusted. */
			readonly payload?: string;
	  }
	| { readonly ok: false; readonly reason: Extract<ParsedPaperNumber, { ok: false }>['reason'] };

/** `TRZ1:<number>` or `TRZ1:<number>:<payload>`, in any case: a wedge scanner under Caps Lock may turn it round. */
const QR_TEXT = /^TRZ1:([^:]*)(?::(.*))?$/isu;

/** The symbology identifier of ISO/IEC 15424 that a scanner may be set to send first, such as `]C0` or `]Q1`. */
const AIM_IDENTIFIER = /^\][A-Z][0-9A-Z]/i;

/** Whether the text is one of our QR codes, good or damaged. */
export function isQrText(text: string): boolean {
	return /^TRZ1:/i.test(text);
}

/** Text without the symbology identifier that a scanner put before it, and without surrounding space. */
export function withoutIdentifier(text: string): string {
	return text.trim().replace(AIM_IDENTIFIER, '');
}

/**
 * Reads one code of a paper: the bare digits of a Code 128, the text of a QR, or digits typed by a person.
 * The check digits decide; the payload is returned as it stands and must be parsed by who uses it.
 */
export function readCode(text: string): CodeRead {
	const code = withoutIdentifier(text);
	const qr = QR_TEXT.exec(code);
	const parsed = parsePaperNumber(qr?.[1] ?? code);
	if (!parsed.ok) return { ok: false, reason: parsed.reason };
	const payload = qr?.[2];
	return payload ? { ok: true, number: parsed.number, payload } : { ok: true, number: parsed.number };
}
