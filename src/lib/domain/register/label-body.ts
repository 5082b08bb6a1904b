import * as v from 'valibot';
import { type OrgId, OrgIdSchema } from '../fact/ids.ts';

/**
 * The body that a label's small QR names: the part `<service>:<body>:<date>` after its number. Null for any other payload, such as
 * a receipt's hash. A wedge scanner under Caps Lock inverts the case, and ids of bodies are lower case.
 */
export function bodyOnLabel(payload: string | null): OrgId | null {
	const parts = payload?.split(':') ?? [];
	if (parts.length !== 3) return null;
	const read = v.safeParse(OrgIdSchema, parts[1]?.toLowerCase());
	return read.success ? read.output : null;
}
