import { mixedLetters, strangeSigns } from './name-letters.ts';
import { isNamePart, nameReadings, normaliseName, type PersonName, tidyName } from './person-name.ts';

/** The parts of a name in a form. */
export type TypedName = {
	surname: string;
	given: string;
	patronymic: string;
	/** The document has a single name. */
	noSurname?: boolean;
	/** Parts confirmed to have exactly these letters in the document. */
	asWritten?: readonly string[];
};
export type NamePart = 'surname' | 'given' | 'patronymic';
export type NameProblem = {
	part: NamePart;
	code: 'surnameMissing' | 'givenMissing' | 'nameLetters' | 'nameMixed';
	params?: { letters: string };
};
type OpenReading = { part: NamePart; typed: string; readings: string[] };

const PARTS: readonly NamePart[] = ['surname', 'given', 'patronymic'];
const filled = (text: string) => text.trim() !== '';

/** With `noSurname` the single name is the given name, in whichever of the two fields it was typed. */
function marked(name: TypedName): Record<NamePart, string> {
	const { surname, given, patronymic } = name;
	if (!name.noSurname) return { surname, given, patronymic };
	return { surname: '', given: filled(given) ? given : surname, patronymic };
}

/** Problems of a name, by part; a missing patronymic is none, nor a missing surname with `noSurname`. */
export function nameProblems(name: TypedName, asWritten = name.asWritten ?? []): NameProblem[] {
	const parts = marked(name);
	return PARTS.flatMap((part): NameProblem[] => {
		if (!filled(parts[part])) {
			if (part === 'given') return [{ part, code: 'givenMissing' }];
			return part === 'surname' && !name.noSurname ? [{ part, code: 'surnameMissing' }] : [];
		}
		const kept = normaliseName(parts[part], asWritten);
		if (isNamePart(kept)) return [];
		const strange = strangeSigns(kept);
		const mixed = strange.length === 0 ? mixedLetters(kept) : [];
		const letters = (strange.length > 0 ? strange : mixed.length > 0 ? mixed : [kept]).join(' ');
		return [{ part, code: mixed.length > 0 ? 'nameMixed' : 'nameLetters', params: { letters } }];
	});
}

/** The parts with more than one reading, not yet confirmed by the document. */
export function openReadings(name: TypedName, asWritten = name.asWritten ?? []): OpenReading[] {
	const parts = marked(name);
	return PARTS.flatMap((part) => {
		const typed = tidyName(parts[part]);
		if (asWritten.includes(typed)) return [];
		const beside = PARTS.filter((other) => other !== part).map((other) => normaliseName(parts[other], asWritten));
		const readings = nameReadings(typed, beside.join(' '));
		return readings.length > 1 ? [{ part, typed, readings }] : [];
	});
}

/** The name as stored. */
export function nameFrom(name: TypedName, asWritten = name.asWritten ?? []): PersonName {
	const parts = marked(name);
	const patronymic = normaliseName(parts.patronymic, asWritten);
	return {
		surname: normaliseName(parts.surname, asWritten),
		given: normaliseName(parts.given, asWritten),
		...(patronymic === '' ? {} : { patronymic })
	};
}

/** The parts of stored names: their readings are not asked again. */
export function writtenParts(...people: (PersonName | null | undefined)[]): string[] {
	const parts = people.flatMap((name) => (name ? [name.surname, name.given, name.patronymic ?? ''] : []));
	return parts.filter((part) => part !== '');
}
