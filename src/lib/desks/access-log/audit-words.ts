import * as v from 'valibot';
import { isRegistryType, registryFacts } from '#lib/domain/fact/registry-facts.ts';
import { type OfficeHours } from '#lib/domain/time/office-hours.ts';
import { formatDate } from '#lib/i18n/formats.ts';
import { type AuditEntry } from '#lib/protocol/registry-messages.ts';
import { language } from '#lib/device/live/language.svelte.ts';
import { orgName, roleName } from '#lib/tools/wording/words.ts';
import { placeText } from '#lib/tools/registry/device-words.ts';
import { timeOf } from '#lib/tools/registry/typed-time.ts';

type AuditType = keyof typeof registryFacts;
type BodyOf<K extends AuditType> = v.InferOutput<(typeof registryFacts)[K]['body']>;

/** The kinds of acts, in the order in which they are offered. */
export const AUDIT_TYPES = Object.keys(registryFacts).filter(isRegistryType);

/** What was done, in the words of a button. */
export const auditTitle = (type: string): string =>
	language.loose(`office.audit.types.${type}`, {}, 'office.audit.otherAct');

/** The particulars of an act in plain words, from its body; empty where it has none, or where a newer program wrote it. */
export function auditDetail({ type, body }: Pick<AuditEntry, 'type' | 'body'>): string {
	if (!isRegistryType(type)) return '';
	// Who is told is no part of the list.
	const read = v.safeParse(registryFacts[type].body, { ...body, tell: [] });
	return read.success ? (DETAILS[type] as (body: unknown) => string)(read.output) : '';
}

/** The device that an act is about, by its id; null for acts about anything else. */
export const deviceIn = ({ body }: Pick<AuditEntry, 'body'>): string | null =>
	typeof body['device'] === 'string' ? body['device'] : null;

const labelled = (label: string, value: string): string => language.t('common.labelValue', { label, value });
const times = (minutes: readonly number[]): string => minutes.map(timeOf).join(', ');
const day = ({ open, close, lunch }: Pick<OfficeHours, 'open' | 'close' | 'lunch'>): string =>
	[
		`${timeOf(open)}–${timeOf(close)}`,
		...(lunch ? [labelled(language.t('office.audit.lunch'), `${timeOf(lunch.from)}–${timeOf(lunch.to)}`)] : [])
	].join(', ');
const parts = (...each: string[]): string => each.filter(Boolean).join(' · ');
const from = (date: string): string => labelled(language.t('office.from'), formatDate(date));

const DETAILS: { [K in AuditType]: (body: BodyOf<K>) => string } = {
	orgOpened: () => '',
	personEntered: ({ window }) => (window === null ? '' : language.t('frame.window', { n: window })),
	personLeft: () => '',
	importAgreed: ({ id, version }) => parts(id, language.t('regulations.versionOf', { n: version })),
	secretRotated: ({ alone }) => (alone ? language.t('office.audit.alone') : ''),
	roleGiven: ({ role }) => roleName(role),
	roleEnded: ({ role }) => roleName(role),
	credentialsReset: ({ what }) => language.t(`office.audit.secrets.${what}`),
	badgeIssued: () => '',
	badgeVoided: ({ reason }) => (reason === undefined ? '' : labelled(language.t('common.reason'), reason)),
	personKeySet: () => '',
	windowSet: ({ window, closed }) =>
		parts(
			language.t('frame.window', { n: window }),
			language.t(closed ? 'office.audit.closed' : 'office.audit.opened')
		),
	hoursSet: ({ from: since, hours: { weekdays, short = [], ...hours } }) =>
		parts(
			day(hours),
			weekdays.map((each) => language.t(`office.hours.days.${each}`)).join(', '),
			...short.map((each) => labelled(language.t(`office.hours.days.${each.weekday}`), day(each))),
			from(since)
		),
	roundsSet: ({ from: since, collect, dispatch }) =>
		parts(
			labelled(language.t('office.rounds.collect'), times(collect)),
			labelled(language.t('office.rounds.dispatch'), times(dispatch)),
			from(since)
		),
	transitExpected: ({ to, minutes }) => labelled(orgName(to), language.t('office.audit.minutes', { n: minutes })),
	deviceEnrolled: ({ place, window = null }) => placeText(place, window),
	deviceKeySet: () => '',
	deviceMoved: ({ place, window = null }) => placeText(place, window),
	deviceRevoked: ({ reason }) => (reason === undefined ? '' : labelled(language.t('common.reason'), reason))
};
