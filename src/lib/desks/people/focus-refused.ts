import { tick } from 'svelte';
import { type Refusal } from '#lib/domain/application/refusal.ts';
import { fieldOfRefusal } from './person-draft.ts';

/** Leads to the field of a person's form that was refused. */
export async function focusRefused({ code }: Refusal): Promise<void> {
	const field = fieldOfRefusal(code);
	if (field === null) return;
	await tick();
	const found = field === 'roles' ? '[id^="person-role-"]' : `#person-${field}`;
	document.querySelector<HTMLElement>(found)?.focus();
}
