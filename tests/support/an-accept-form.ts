import { type AcceptForm } from '#lib/domain/application/commands/accept.ts';

/** A form of acceptance without problems. */
export const anAcceptForm = (more: Partial<AcceptForm> = {}): AcceptForm => ({
	startedAt: 1,
	iin: '900101300017',
	iinSeen: false,
	noIin: '',
	noIinText: '',
	identityKind: '',
	identityNumber: '',
	surname: 'Оспанов',
	given: 'Ержан',
	patronymic: '',
	birthDate: '',
	address: 'Шымкент',
	phone: '87011234567',
	noPhone: false,
	language: 'kk',
	represented: '',
	representative: { surname: '', given: '', patronymic: '', iin: '', basis: '' },
	regulation: 'child-benefit-under-18',
	documents: [{ name: 'Туу туралы куәлік', form: 'copy', sheets: '1' }],
	priority: false,
	homeVisit: false,
	...more
});
