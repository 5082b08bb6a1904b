import { type Role, type StaffId } from '#lib/domain/fact/ids.ts';

const WHO = 'tereze:who';

/** Who had unlocked this tab before it was loaded again, and as what; another tab has its own. */
export const tabPerson = {
	read(): { id: string; role: string } {
		const [id = '', role = ''] = (sessionStorage.getItem(WHO) ?? '').split(' ');
		return { id, role };
	},
	keep: (id: StaffId, role: Role): void => sessionStorage.setItem(WHO, `${id} ${role}`),
	forget: (): void => sessionStorage.removeItem(WHO)
};
