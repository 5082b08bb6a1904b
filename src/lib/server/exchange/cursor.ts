import { type Cursor } from '#lib/protocol/sync-messages.ts';

const TEXT = /^([A-Za-z0-9_-]{1,100})\.(\d{1,15})\.([0-9a-f]{64})?$/;

/** A cursor as one text; clients keep it and send it back. */
export const cursorText = ({ epoch, position, hash }: Cursor): string => `${epoch}.${position}.${hash}`;

/** Null where it is no cursor of this server's making. */
export function readCursor(text: string): Cursor | null {
	const [, epoch, position, hash = ''] = TEXT.exec(text) ?? [];
	return epoch === undefined ? null : { epoch, position: Number(position), hash };
}
