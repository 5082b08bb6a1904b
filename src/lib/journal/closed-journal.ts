import { mayUnderStatedNumber } from '#lib/domain/acts/stated-number.ts';
import { refuse } from '#lib/domain/application/refusal.ts';
import { closedReader, type Opening } from './closed-reader.ts';
import { type DeviceJournal } from './device-journal.ts';
import { type ApplicationRow, type StoredRegister } from './device-store.ts';

/**
 * The journal as screens have it while somebody works under a stated number: what is stored is read without names, and only what paper
 * proves is recorded. One place for all screens: none has to think of it.
 */
export function closedJournal<A extends ApplicationRow, R extends StoredRegister>(
	journal: DeviceJournal<A, R>,
	opening: Opening<A>
): DeviceJournal<A, R> {
	const closed = () => refuse('numberOnlyStated');
	return {
		...journal,
		read: (work) => journal.read((reader) => work(closedReader(reader, opening))),
		act: async (asked, by, mode) =>
			asked.every(({ command }) => mayUnderStatedNumber(command))
				? journal.act(asked, by, mode)
				: { ok: true, answers: asked.map(closed) },
		actInOffice: async (command, by, id) =>
			mayUnderStatedNumber(command) ? journal.actInOffice(command, by, id) : { ok: true, answer: closed() },
		// What somebody typed before stays beside what is typed now under its name.
		putDraft: async (draft) => {
			const held = await journal.read((reader) => reader.draft(draft.id));
			if (held?.kind === 'accept' && !opening.isOwnDraft(held))
				await journal.putDraft({ ...held, id: `${held.id}-before` });
			await journal.putDraft(draft);
		},
		actOnList: async (command, by) =>
			mayUnderStatedNumber(command) ? journal.actOnList(command, by) : { ok: true, answer: closed() }
	};
}
