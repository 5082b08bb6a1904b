import { SCREENS } from '#lib/screens/screens.ts';
import { type SyncLine } from '#lib/ui/frame-parts.ts';
import { language } from '#lib/device/live/language.svelte.ts';
import { syncing } from '#lib/device/live/syncing.svelte.ts';
import { timeText } from './words.ts';

/** The truth about what has left this device, in one line. */
export function syncLine(): SyncLine {
	const { t } = language;
	const { status } = syncing;
	const { href } = SCREENS.outbox;
	if (!status || status.lastAnswerAt === null) {
		const queued = status?.queued ?? 0;
		return queued > 0
			? { kind: 'offline', text: t('sync.short.offline', { n: queued }), href }
			: { kind: 'offline', text: t('sync.short.neverConnected'), href };
	}
	if (status.failure === 'unauthorized')
		return { kind: 'attention', text: t('sync.short.signInNeeded', { n: status.queued }), href };
	if (status.quarantined > 0)
		return { kind: 'attention', text: t('sync.needsAttention', { n: status.quarantined }), href };
	// Nothing of the records is wrong: the server or what lies before it is, and so they wait.
	if (status.needsAttention) return { kind: 'attention', text: t('sync.short.attention', { n: status.queued }), href };
	// Lists and counters do not tell yet all that was received.
	if (status.lagging > 0) return { kind: 'sending', text: t('storage.rebuilding'), href };
	if (status.failure !== null || !syncing.online)
		return { kind: 'offline', text: t('sync.short.offline', { n: status.queued }), href };
	const total = status.sent + status.queued;
	if (status.queued > 0) return { kind: 'sending', text: t('sync.short.sending', { a: status.sent, b: total }), href };
	return {
		kind: 'sent',
		text: t('sync.short.allSent', { a: status.sent, b: total, time: timeText(status.lastAnswerAt) }),
		href
	};
}
