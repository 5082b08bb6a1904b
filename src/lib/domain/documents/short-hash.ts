/** Digits of a hash that a sheet prints: 64 bits, which nobody can hit with another text while the day lasts. */
const PRINTED = 16;

/** A hash as papers print it, in groups of four: `0ab1 c2d3 e4f5 6789`. */
export const shortHash = (hash: string): string => hash.slice(0, PRINTED).replace(/(.{4})(?=.)/g, '$1 ');
