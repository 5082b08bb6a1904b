import { formatNumber as grouped } from '#lib/i18n/format-number.ts';
import { type JournalEntry, type JournalFact } from '#lib/protocol/journal-messages.ts';
import { language } from '#lib/device/live/language.svelte.ts';

type Words = {
	moment: (at: number) => string;
	orgName: (org: string | null) => string;
	roleName: (role: string) => string;
};

/** Number and name; the terminal and the server itself by what they are. */
export const actorOf = ({ actorName, actor }: Pick<JournalEntry, 'actorName' | 'actor'>): string =>
	actorName ??
	(actor === 'terminal'
		? language.t('office.audit.terminal')
		: actor === 'server'
			? language.t('audit.journal.server')
			: actor);

/** What an auditor reads of a fact beside its text: labels and values, in the order of who, when, where. */
export function factLines(
	{ entry, journal, seq, inChain, signed, session, personal }: JournalFact,
	{ moment, orgName, roleName }: Words
): [label: string, value: string][] {
	const { t } = language;
	const device = entry.byServer ? t('audit.journal.server') : String(entry.device ?? t('common.none'));
	const window = entry.window === null ? [] : [t('frame.window', { n: entry.window })];
	return [
		[t('audit.fact.actor'), actorOf(entry)],
		[t('audit.fact.role'), roleName(entry.role)],
		[t('audit.fact.org'), entry.byServer ? t('audit.journal.server') : orgName(entry.org)],
		[t('audit.fact.at'), moment(entry.at)],
		[t('audit.fact.receivedAt'), moment(entry.receivedAt)],
		[t('audit.journal.device'), [device, ...window].join(' · ')],
		[t('audit.fact.session'), session ?? t('audit.fact.noSession')],
		[t('audit.fact.place'), grouped(seq)],
		[t('audit.fact.journal'), journal],
		[t('audit.fact.chain'), t(inChain ? 'audit.fact.inChain' : 'audit.fact.notInChain')],
		[t('audit.fact.signature'), t(signed ? 'audit.fact.signed' : 'audit.fact.notSigned')],
		[t('audit.fact.personal'), t(`audit.fact.personalStates.${personal}`)]
	];
}
