import { type Resolution } from '#lib/domain/regulation/law.ts';
import { parseRegulation, type Regulation } from '#lib/domain/regulation/regulation.ts';
import { type WorkingCalendar } from '#lib/domain/time/calendar.ts';
import aspRecipientCertificate from './resolution-370/asp-recipient-certificate.json' with { type: 'json' };
import calendarData from './resolution-370/calendar.json' with { type: 'json' };
import childBenefitUnder18 from './resolution-370/child-benefit-under-18.json' with { type: 'json' };
import directoryData from './resolution-370/directory.json' with { type: 'json' };
import disabledAssistantAndSignLanguage from './resolution-370/disabled-assistant-and-sign-language.json' with { type: 'json' };
import disabledSanatorium from './resolution-370/disabled-sanatorium.json' with { type: 'json' };
import disabledWheelchair from './resolution-370/disabled-wheelchair.json' with { type: 'json' };
import employmentMeasuresReferral from './resolution-370/employment-measures-referral.json' with { type: 'json' };
import localSocialAid from './resolution-370/local-social-aid.json' with { type: 'json' };
import resolutionData from './resolution-370/resolution.json' with { type: 'json' };
import targetedSocialAssistance from './resolution-370/targeted-social-assistance.json' with { type: 'json' };
import { type Directory, parseDirectory } from '#lib/domain/org/directory.ts';
import { type BuiltIn } from './imported.ts';
import { lazyList } from './lazy-list.ts';
import { parseCalendar } from './working-calendar.ts';

const data = [
	aspRecipientCertificate,
	employmentMeasuresReferral,
	childBenefitUnder18,
	targetedSocialAssistance,
	disabledAssistantAndSignLanguage,
	disabledWheelchair,
	disabledSanatorium,
	localSocialAid
];

/**
 * The regulations of the resolution, in its order; each is parsed once, at first access. Imported services come in addition:
 * `Law.services`.
 */
export const regulations: readonly Regulation[] = lazyList(data, parseRegulation);

/** The 21 Centers and 15 authorized bodies. */
export const directory: Directory = parseDirectory(directoryData);

/** Holidays and transfers of 2012–2027. */
export const calendar: WorkingCalendar = parseCalendar(calendarData);

/** Number, dates and repeal of resolution № 370. */
export const resolution: Resolution = resolutionData;

/** Ids and versions of the built-in regulations, in the order of the resolution; listing them parses nothing. */
export const builtInVersions: readonly { id: string; version: number }[] = data;

/** A built-in version; undefined if there is none. */
export function builtInRegulation(id: string, version: number): Regulation | undefined {
	const place = data.findIndex((regulation) => regulation.id === id && regulation.version === version);
	return regulations[place];
}

/** What an import is checked against: a built-in regulation uses every reading, so their ids are known without loading them. */
export const builtIn: BuiltIn = {
	has: (id, version) => data.some((regulation) => regulation.id === id && regulation.version === version),
	numbers: new Map(data.map(({ id, number }) => [id, number])),
	readingIds: data.flatMap((regulation) => regulation.readings)
};
