import { type OrgId } from '#lib/domain/fact/ids.ts';

export type ContextVersions = {
	/** The version for an org's devices; undefined where its context cannot be read. */
	of: (org: OrgId) => Promise<string | undefined>;
	/** Something in it changed, and is committed. Without an org: in that of any. */
	changed: (org?: OrgId) => void;
	/** What an org was just answered: where another version is stored here, it is read anew. */
	answered: (org: OrgId, version: string | undefined) => Promise<void>;
};

type Deps = {
	read: (org: OrgId) => Promise<{ version?: string | undefined }>;
	now: () => number;
	failed: (error: unknown) => void;
};

/** People entered at the terminal, by another process, are noticed after so long. */
const READ_ANEW_AFTER_MS = 5 * 60_000;

/** Versions of the orgs' contexts, stored in memory: every sync names one, and reading people for each would be too much. */
export function createContextVersions({ read, now, failed }: Deps): ContextVersions {
	const stored = new Map<OrgId, { version: Promise<string | undefined>; readAt: number }>();

	/** An org without people here has no context; its devices' facts are taken all the same. */
	const versionOf = async (org: OrgId): Promise<string | undefined> => {
		try {
			return (await read(org)).version;
		} catch (error) {
			failed(error);
			return undefined;
		}
	};
	const of = (org: OrgId): Promise<string | undefined> => {
		const known = stored.get(org);
		const age = known ? now() - known.readAt : 0;
		if (known && age >= 0 && age < READ_ANEW_AFTER_MS) return known.version;
		// What changes while it is read takes it out of here again: the next question reads anew.
		const version = versionOf(org);
		stored.set(org, { version, readAt: now() });
		return version;
	};
	return {
		of,
		changed: (org) => void (org === undefined ? stored.clear() : stored.delete(org)),
		answered: async (org, version) => {
			if (stored.has(org) && (await of(org)) !== version) stored.delete(org);
		}
	};
}
