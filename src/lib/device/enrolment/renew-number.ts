import { type Enrolment } from '#lib/journal/device-meta.ts';
import { type Journal } from '#lib/journal/open-device-journal.ts';
import { type Place } from '#lib/protocol/device-messages.ts';
import { enrolmentKept } from './enrolment-kept.ts';
import { enrolmentNeed } from './enrolment-need.ts';

type Ways = {
	/** Another tab has asked: its answer is taken. */
	take: (enrolment: Enrolment, number: number | null) => void;
	ask: (place: Place) => Promise<unknown>;
};

/** Takes or asks for number and token where they are lost, one tab at a time. @param known what this tab goes by, read in its turn */
export async function renewNumber(
	journal: Journal,
	known: () => { token: string | null; refused: boolean },
	{ take, ask }: Ways
): Promise<void> {
	await navigator.locks.request('tereze:enrol', async () => {
		const { number, enrolment } = await enrolmentKept(journal);
		if (!enrolment) return;
		const need = enrolmentNeed({ keptNumber: number, keptToken: enrolment.token, ...known() });
		if (need === 'take') take(enrolment, number);
		if (need === 'ask') await ask(enrolment.place);
	});
}
