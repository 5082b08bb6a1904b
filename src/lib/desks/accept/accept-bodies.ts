import { type OrgId } from '#lib/domain/fact/ids.ts';
import { type Body } from '#lib/domain/org/directory.ts';
import { type Law } from '#lib/domain/regulation/law.ts';

/** The body of an id, with the address and telephone that a person at the window is told. */
export function bodyServing({ directory }: Law, id: OrgId | null): Body | undefined {
	return directory.bodies.find((body) => body.id === id);
}
