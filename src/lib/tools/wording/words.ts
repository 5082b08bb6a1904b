import { type Holder } from '#lib/domain/application/application.ts';
import { type Refusal } from '#lib/domain/application/refusal.ts';
import { type AppendFailure } from '#lib/journal/append.ts';
import { SERVICE_UNKNOWN } from '#lib/domain/documents/paper-words.ts';
import { formatNumber, type PaperNumber } from '#lib/domain/number/paper-number.ts';
import { fullName, nameWithInitials } from '#lib/domain/text/person-name.ts';
import { localOf, ALMATY } from '#lib/domain/time/zone.ts';
import { formatDate, formatMomentSeenOn, formatTime } from '#lib/i18n/formats.ts';
import { findOrganisation } from '#lib/domain/org/directory.ts';
import { desk } from '#lib/device/session/desk.svelte.ts';
import { language } from '#lib/device/live/language.svelte.ts';
import { lawHere } from '#lib/device/live/law.svelte.ts';

/** Codes of the domain put into the words of the screen. */

export function staffName(id: string, full = false): string {
	const person = desk.colleague(id);
	if (!person) return id;
	return full ? fullName(person.name) : nameWithInitials(person.name);
}

/** An org by its names; also one that papers of this org do not usually go to, such as the body of a redirection. */
export const orgWords = (id: string | null) => desk.orgEntry(id) ?? findOrganisation(lawHere.law.directory, id ?? '');

export function orgName(id: string | null): string {
	const org = orgWords(id);
	return org ? language.pick(org.name) : (id ?? '–');
}

/**
 * The short working name of a service with its digit; the law's full name stands beside it where there is room. A service whose
 * import has not come yet is said to be unknown; a dash is for a paper of which the number alone is known.
 */
export function serviceName(regulationId: string | null): string {
	if (regulationId === null) return '–';
	const regulation = lawHere.law.service(regulationId);
	return regulation
		? `${regulation.number} · ${language.pick(regulation.workingName)}`
		: language.pick(SERVICE_UNKNOWN);
}

export function serviceFullName(id: string, version: number): { kk: string; ru: string } {
	const regulation = lawHere.law.regulation(id, version) ?? lawHere.law.service(id);
	return regulation ? { kk: regulation.name.kk, ru: regulation.name.ru } : SERVICE_UNKNOWN;
}

export function stepName(fact: string): string {
	return language.loose(`states.steps.${fact}`, {}, 'common.none');
}

export function roleName(role: string): string {
	return language.loose(`states.roles.${role}`, {}, 'common.none');
}

/** Who has a paper, in one line. */
export function holderName(holder: Holder): string {
	const { t } = language;
	switch (holder.kind) {
		case 'window':
			return `${t('states.holders.window')} · ${t('frame.window', { n: holder.window })}`;
		case 'transit':
			// Redirected papers go without a register.
			return [t('states.holders.transit'), formatNumber(holder.register)].filter(Boolean).join(' · ');
		case 'executor':
			return `${t('states.holders.executor')} · ${staffName(holder.staff)}`;
		case 'collection':
		case 'chancery':
		case 'head':
		case 'applicant':
		case 'archive':
		case 'unknown':
			return language.loose(`states.holders.${holder.kind}`, {}, 'common.none');
	}
}

/** `14:30` today, `22.11.2026, 14:30` another day. */
export function momentText(instant: number, nowMs: number = Date.now()): string {
	return formatMomentSeenOn(localOf(instant, ALMATY), localOf(nowMs, ALMATY).date);
}

export function timeText(instant: number): string {
	return formatTime(localOf(instant, ALMATY).minutes);
}

/** The sentence of a refusal: what is wrong, what to do. Codes in its parameters become words. */
export function refusalText(refusal: Refusal): string {
	const { params } = refusal;
	const at = typeof params['at'] === 'number' ? params['at'] : undefined;
	return language.loose(`refusals.${refusal.code}`, {
		...params,
		...(params['role'] ? { role: roleName(String(params['role'])) } : {}),
		...(params['step'] ? { step: stepName(String(params['step'])) } : {}),
		...(params['org'] ? { org: orgName(String(params['org'])) } : {}),
		...(params['holder']
			? { holder: language.loose(`states.holders.${String(params['holder'])}`, {}, 'common.none') }
			: {}),
		...(params['person'] ? { person: staffName(String(params['person'])) } : {}),
		...(params['from'] ? { from: formatDate(String(params['from'])), to: formatDate(String(params['to'])) } : {}),
		...(params['number'] ? { number: formatNumber(String(params['number']) as PaperNumber) } : {}),
		...(params['register'] ? { register: formatNumber(String(params['register']) as PaperNumber) } : {}),
		...(at === undefined ? {} : { date: momentText(at), time: timeText(at) })
	});
}

export function failureText(failure: AppendFailure): string {
	return language.t(failure.reason === 'noDeviceNumber' ? 'refusals.noDeviceNumber' : 'refusals.storageFull');
}
