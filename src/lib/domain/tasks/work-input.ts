import { type ApplicationSummary } from '../application/summary';
import { type OrgId, type Role } from '../fact/ids';
import { type Slot } from '../time/slots';

/** What one person's work is made of. All of it is at hand without reading applications beyond the most urgent rows. */
export type WorkInput = {
	role: Role;
	org: OrgId;
	/** The window where the device stands, if it stands at one. */
	window: string | null;
	/** Epoch milliseconds. */
	now: number;
	/** Counters: `step|packet's place|result's place` → how many. */
	counters: ReadonlyMap<string, number>;
	/** The most urgent applications by their due time. */
	urgent: readonly Pick<ApplicationSummary, 'number' | 'name' | 'next' | 'due' | 'packetAt' | 'resultAt'>[];
	slots: readonly (Slot & { kind: 'collect' | 'dispatch'; explained: boolean })[];
	drafts: readonly { id: string; updatedAt: number; name: string | null }[];
	/** Applications with something odd in their story. */
	odd: number;
};
