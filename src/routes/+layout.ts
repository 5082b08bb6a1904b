import { language } from '#lib/device/live/language.svelte.ts';

// Every screen is drawn on the device: the server only carries facts, and the same shell opens any deep link offline.
export const ssr = false;
export const prerender = false;

/** No screen is drawn before the words of its language are there. */
export const load = (): Promise<void> => language.ready;
