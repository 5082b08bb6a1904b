import pino, { type Logger } from 'pino';
import { settingsNow } from '../settings/read-settings.ts';
import { discreetError } from './discreet-error.ts';

/**
 * A log of this server, lines of JSON on standard output. Of an error it writes what tells where it happened and not what was worked on:
 * errors of a database or of a parser carry the row or the text that they did not like.
 */
export const openLog = (name: string): Logger =>
	pino({ name, level: settingsNow().logLevel, serializers: { err: discreetError } });
