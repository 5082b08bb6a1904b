import { type Enrolment } from '#lib/journal/device-meta.ts';
import { type Journal } from '#lib/journal/open-device-journal.ts';

/** What the server gave this store, as it lies there: number null after a fork, no enrolment before the first sign-in. */
export const enrolmentKept = (journal: Journal): Promise<{ number: number | null; enrolment: Enrolment | undefined }> =>
	journal.read(async (reader) => ({
		number: (await reader.meta('deviceNumber')) ?? null,
		enrolment: await reader.meta('enrolment')
	}));
