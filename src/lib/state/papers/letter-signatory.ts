import { type Application } from '$lib/domain/application/application';
import { desk } from '../desk.svelte';
import { staffName } from '../words';

/** Whose signature a letter bears or waits for, and whether as a deputy (м.а. · и.о.). */
export type Signatory = { name: string; acting: boolean };

/** Who signed; while nobody has, the head of the body. An empty name leaves the place to be written on. */
export function signatoryOf({ decision }: Application): Promise<Signatory> {
	const signed = decision?.signedBy;
	if (signed) return Promise.resolve({ name: staffName(signed.staff), acting: signed.acting });
	const head = desk.context?.people.find(({ roles }) => roles.includes('head'));
	return Promise.resolve({ name: head ? staffName(head.id) : '', acting: false });
}
