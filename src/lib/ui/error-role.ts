import { getContext, setContext } from 'svelte';

const KEY = Symbol('errors are announced');

/** Errors of the fields inside are spoken when they appear: in a dialog no summary takes the focus. Call while it initialises. */
export const announceErrors = (): void => void setContext(KEY, 'alert');

/** The role of a field's error where it stands; undefined on a page, whose summary tells the errors. */
export const errorRole = (): 'alert' | undefined => getContext<'alert' | undefined>(KEY);
