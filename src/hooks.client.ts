import type { HandleClientError } from '@sveltejs/kit';

/** Nothing is sent anywhere: an error may hold what was typed. The page says what to do; the facts are in the journal. */
export const handleError: HandleClientError = ({ status }) => ({
	message: status === 404 ? 'notFound' : 'unexpected'
});
