import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';

/** OWASP's first choice for argon2id; about 0.1 s and 46 MiB for each attempt. */
export const PASSWORD_COST = { memoryKiB: 47_104, passes: 2, lanes: 1 } as const;
type Cost = { memoryKiB: number; passes: number; lanes: number };

const TAG_BYTES = 32;
const SALT_BYTES = 16;
const FORM = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

/** The PHC string to keep: it tells its own cost, so that the cost can be raised without asking for new passwords. */
export async function hashPassword(password: string, cost: Cost = PASSWORD_COST): Promise<string> {
	const salt = randomBytes(SALT_BYTES);
	const tag = await derive(password, salt, cost);
	const { memoryKiB, passes, lanes } = cost;
	return `$argon2id$v=19$m=${memoryKiB},t=${passes},p=${lanes}$${base64(salt)}$${base64(tag)}`;
}

/**
 * Whether a password belongs to a kept hash.
 * @throws Error if the kept string is not of this form: the database is damaged
 */
export async function checkPassword(password: string, kept: string): Promise<boolean> {
	const [, memory, passes, lanes, salt, tag] = FORM.exec(kept) ?? [];
	if (salt === undefined || tag === undefined) throw new Error('A kept password is not an argon2id string');
	const cost = { memoryKiB: Number(memory), passes: Number(passes), lanes: Number(lanes) };
	const expected = Buffer.from(tag, 'base64');
	const actual = await derive(password, Buffer.from(salt, 'base64'), cost);
	return expected.length === actual.length && timingSafeEqual(expected, actual);
}

/** A well-formed hash that no password fits: checked for unknown staff numbers, so that they cost the same time. */
export const NOBODYS_PASSWORD = `$argon2id$v=19$m=${PASSWORD_COST.memoryKiB},t=${PASSWORD_COST.passes},p=${PASSWORD_COST.lanes}$${base64(randomBytes(SALT_BYTES))}$${base64(randomBytes(TAG_BYTES))}`;

/** A name may be typed with composed or decomposed letters (й, ё); NFC makes them one password. */
function derive(password: string, nonce: Buffer, cost: Cost): Promise<Buffer> {
	const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
	const options = {
		message: password.normalize('NFC'),
		nonce,
		parallelism: cost.lanes,
		tagLength: TAG_BYTES,
		memory: cost.memoryKiB,
		passes: cost.passes
	};
	argon2('argon2id', options, (error, tag) => (error ? reject(error) : resolve(tag)));
	return promise;
}

function base64(bytes: Buffer): string {
	return bytes.toString('base64').replace(/=+$/, '');
}
