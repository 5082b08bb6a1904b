import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits for a cookie or an authorization header; whoever holds it is taken for its owner. */
export const makeToken = (): string => randomBytes(32).toString('base64url');

/**
 * What the database keeps of a token, so that a copy of the database opens nothing. One fast hash is enough: unlike a
 * password, 256 random bits cannot be tried out.
 */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');
