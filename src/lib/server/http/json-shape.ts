/** How deep a text of JSON may be nested, and how many values it may have: each costs a hundred bytes and more when it is read. */
export type ShapeLimit = { depth: number; values: number };

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
/** `[` and `{`, `]` and `}` differ in one bit that no other sign here has. */
const OPENS = 0x5b;
const CLOSES = 0x5d;

/**
 * Counts nesting and values of a text of JSON while it arrives, without reading it: a body that is small when packed, or
 * small as text, can be very large as objects. Whether it is JSON at all is seen later.
 */
export function createShapeLimit({ depth, values }: ShapeLimit): { takes: (piece: Uint8Array) => boolean } {
	let deep = 0;
	let seen = 0;
	let inText = false;
	let escaped = false;
	return {
		takes(piece) {
			for (let place = 0; place < piece.length; place += 1) {
				const byte = piece[place]!;
				if (inText) {
					if (escaped) escaped = false;
					else if (byte === BACKSLASH) escaped = true;
					else if (byte === QUOTE) inText = false;
					continue;
				}
				if (byte === QUOTE) inText = true;
				else if (byte === COMMA) seen += 1;
				else if ((byte & 0xdf) === OPENS) {
					seen += 1;
					deep += 1;
					if (deep > depth) return false;
				} else if ((byte & 0xdf) === CLOSES) deep -= 1;
			}
			return seen <= values;
		}
	};
}
