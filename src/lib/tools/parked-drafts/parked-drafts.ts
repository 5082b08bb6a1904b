import * as v from 'valibot';
import { type DraftReader, readAs, readDrafts } from '#lib/device/drafts/kept-draft.ts';

const text = v.fallback(v.string(), '');
const readName = readAs(v.fallback(v.object({ surname: text, given: text }), { surname: '', given: '' }));

/** Intakes that were begun at this device, each with the name as far as it was typed. */
export const parkedDrafts = (reader: Pick<DraftReader, 'drafts'>) => readDrafts(reader, 'accept', readName);
