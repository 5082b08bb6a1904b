import { type StaffId } from '#lib/domain/fact/ids.ts';
import { anOffice, AUTHORITY, type Office } from './an-office.ts';

/** The authority with these administrators. */
export function anOfficeUnder(...admins: StaffId[]): Office {
	const office = anOffice();
	const about = { subject: { kind: 'org', org: AUTHORITY }, details: null } as const;
	office.write([{ type: 'orgOpened', ...about, body: { kind: 'authority', tell: [AUTHORITY] } }]);
	for (const [place, staff] of admins.entries())
		office.write([
			{
				type: 'personEntered',
				...about,
				body: { staff, number: `900${place}`, window: null, tell: [AUTHORITY] },
				details: { surname: 'Әкімші', given: staff }
			},
			{ type: 'roleGiven', ...about, body: { staff, role: 'authorityAdmin', tell: [AUTHORITY] } }
		]);
	return office;
}
