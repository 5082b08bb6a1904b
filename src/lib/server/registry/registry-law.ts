import { type Instant } from '#lib/domain/fact/ids.ts';
import { counterpartsOf, findOrganisation, kindOfOrg } from '#lib/domain/org/directory.ts';
import { type Registry } from '#lib/domain/registry/registry.ts';
import { type RegistryGround } from '#lib/domain/registry/registry-ground.ts';
import { type Law } from '#lib/domain/regulation/law.ts';
import { ALMATY, localOf } from '#lib/domain/time/zone.ts';
import { leastRounds } from '#lib/law/least-rounds.ts';

/** What acts of the registry are checked against: the registry itself, and what the law says of orgs and rounds. */
export function groundUnder(
	law: Law,
	registry: Registry,
	at: Instant,
	signedPlace: RegistryGround['signedPlace']
): RegistryGround {
	const { directory } = law;
	return {
		registry,
		kindOf: (org) => kindOfOrg(directory, org),
		counterpartsOf: (org) => {
			const own = findOrganisation(directory, org);
			return own ? counterpartsOf(directory, own).map(({ id }) => id) : [];
		},
		signedPlace,
		leastRounds: leastRounds(law, localOf(at, ALMATY).date)
	};
}
