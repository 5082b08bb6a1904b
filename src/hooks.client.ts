import type { ClientInit, HandleClientError } from '@sveltejs/kit';
import { desk } from '#lib/device/session/desk.svelte.ts';

/** The store is opened while the files of the screen are still on their way: the one waits for the disk, the other for code. */
export const init: ClientInit = () => {
	void desk.open();
};

/** Nothing is sent anywhere: an error may hold what was typed. The page says what to do; the facts are in the journal. */
export const handleError: HandleClientError = ({ status }) => ({
	message: status === 404 ? 'notFound' : 'unexpected'
});
