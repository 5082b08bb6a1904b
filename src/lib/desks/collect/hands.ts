import { type Countersign } from '#lib/domain/fact/fact.ts';
import { type Actor } from '#lib/device/session/act-stamp.ts';

/** Both persons of a collection. `as`: who acts, where that is not the person at work at this device. */
export type Hands = { as?: Actor; countersigned: Countersign | null };
