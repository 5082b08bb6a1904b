import { type ApplicationSummary } from '#lib/domain/application/summary.ts';
import { isAway } from '#lib/domain/control/control-row.ts';
import { isAt, readWhereabouts } from '#lib/domain/application/whereabouts.ts';
import { type OrgId } from '#lib/domain/fact/ids.ts';
import { type StepFact, STEP_FACTS } from '#lib/domain/regulation/vocabulary.ts';
import { desk } from '#lib/device/session/desk.svelte.ts';
import { language } from '#lib/device/live/language.svelte.ts';
import { roleName, staffName } from './words.ts';

/** How a row of lists tells its state: the shape's kind and the word. */
type Mark = { kind: 'done' | 'here' | 'wait' | 'near' | 'late' | 'attention' | 'off' | 'unknown'; word: string };

/** Where a paper is, in words, from the text of a row. */
export function placeName(key: string): string {
	const { t } = language;
	const at = readWhereabouts(key) ?? ({ kind: 'unknown', why: 'neverSeen' } as const);
	const name = language.loose(`states.holders.${at.kind}`, {}, 'states.holders.unknown');
	switch (at.kind) {
		case 'window':
			return `${name} · ${t('frame.window', { n: at.window })}`;
		case 'executor':
			// People of another org are not known here: the place says enough.
			return desk.colleague(at.staff) ? `${name} · ${staffName(at.staff)}` : name;
		case 'unknown':
			return at.why === 'lost' ? t('states.lookedFor') : at.why === 'missing' ? t('control.odd.missing') : name;
		case 'transit':
		case 'collection':
		case 'chancery':
		case 'head':
		case 'applicant':
		case 'archive':
			return name;
	}
}

/** Where the paper that matters now lies: the result once there is one. */
export const placeOf = (row: Pick<ApplicationSummary, 'packetAt' | 'resultAt'>): string =>
	placeName(row.resultAt ?? row.packetAt);

/** What has been reached, never the step that is next; what was sent and has not arrived is on its way. */
export function stateMark(
	row: Pick<ApplicationSummary, 'state' | 'next' | 'packetAt' | 'resultAt'>,
	org: OrgId | null
): Mark {
	const { t } = language;
	switch (row.state) {
		case 'numberOnly':
			return { kind: 'unknown', word: t('states.application.numberOnly') };
		case 'annulled':
			return { kind: 'off', word: t('states.application.annulled') };
		case 'withdrawn':
			return { kind: 'off', word: t('states.application.withdrawn') };
		case 'handedOut':
			return { kind: 'done', word: t('states.application.handedOut') };
		case 'open':
			if (org !== null && isAt(row.resultAt, { kind: 'collection', org }))
				return { kind: 'here', word: t('states.ready') };
			return openMark(row.next, row.resultAt ?? row.packetAt);
	}
}

function openMark(next: StepFact | null, place: string): Mark {
	const { t } = language;
	if (isAway(place)) return { kind: 'attention', word: t('states.lookedFor') };
	const reached = next === null ? undefined : STEP_FACTS[STEP_FACTS.indexOf(next) - 1];
	if (reached === undefined) return { kind: 'here', word: t('states.application.open') };
	const word = t(`states.reached.${reached}`);
	return { kind: 'here', word: isAt(place, { kind: 'transit' }) ? `${word}, ${t('states.holders.transit')}` : word };
}

export const settledBy = (role: string): string => language.t('application.anomalySettledBy', { role: roleName(role) });
