import { type AuthorityHeard } from '#lib/domain/org/importers.ts';
import { type ContextResponse } from './context-messages.ts';

/** What a context tells of the authority; nothing where an earlier server answered it. */
export const authorityIn = (context: ContextResponse | null | undefined): AuthorityHeard => ({
	isThere: context?.hasAuthority ?? false,
	admins: (context?.people ?? []).filter(({ roles }) => roles.includes('authorityAdmin')).map(({ id }) => id)
});
