import { type Law } from '#lib/domain/regulation/law.ts';
import { lawOf } from '#lib/law/law-of.ts';

/** The law of the built-in data, without facts of orgs. */
export const plainLaw: Law = lawOf([]);
