/**
 * Whether an element takes a secret, also while it shows it: "show password" turns the type to text, so the purpose that
 * autocomplete names counts too (https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#autofill).
 */
export function isPasswordField(target: EventTarget | null): boolean {
	if (target === null) return false;
	if ('type' in target && target.type === 'password') return true;
	const purpose = 'autocomplete' in target ? String(target.autocomplete) : '';
	return /\b(?:current-password|new-password|one-time-code)\b/.test(purpose);
}
