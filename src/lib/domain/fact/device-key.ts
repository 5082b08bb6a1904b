import * as v from 'valibot';

/** Head of the public half of every P-256 key in SPKI (RFC 5480): 27 bytes, 36 characters. */
const SPKI_HEAD = 'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE';
/** 64 bytes in base64url: the last character carries two bits, so one text only stands for the same bytes. */
const BYTES_64 = '[A-Za-z0-9_-]{85}[AQgw]';

/** The public half of a device's ECDSA P-256 key: SPKI in base64url. */
export const DeviceKeySchema = v.pipe(v.string(), v.regex(new RegExp(`^${SPKI_HEAD}${BYTES_64}$`)));
/** A signature by such a key: r and s one after the other (IEEE P1363) in base64url. */
export const SignatureSchema = v.pipe(v.string(), v.regex(new RegExp(`^${BYTES_64}$`)));
