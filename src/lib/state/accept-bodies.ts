import { type OrgId } from '$lib/domain/fact/ids';
import { directory } from '$lib/regulations/catalog';
import { type Body } from '$lib/regulations/directory';

/** The body of an id, with the address and telephone that a person at the window is told. */
export function bodyServing(id: OrgId | null): Body | undefined {
	return directory.bodies.find((body) => body.id === id);
}
