import { mixedLetters, strangeSigns } from './name-letters.ts';
import { isNamePart, nameReadings, normaliseName, type PersonName, tidyName } from './person-name.ts';

/** The parts of a name as a form has them. */
export type TypedName = {
	surname: string;
	given: string;
	patronymic: string;
	/** The document has one name only. */
	noSurname?: boolean;
	/** Parts of which somebody said that the document has exactly these letters. */
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

/** With the mark the one name is the given name, in whichever of the two fields it was typed. */
function marked(name: TypedName): Record<NamePart, string> {
	const { surname, given, patronymic } = name;
	if (!name.noSurname) return { surname, given, patronymic };
	return { surname: '', given: filled(given) ? given : surname, patronymic };
}

/** What no document has as a name, at its part; a patronymic is never missing, a surname is not with the mark. */
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

/** The parts that may be read in more than one way and of which nobody has said how the document has them. */
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

/** The name as it is kept. */
export function nameFrom(name: TypedName, asWritten = name.asWritten ?? []): PersonName {
	const parts = marked(name);
	const patronymic = normaliseName(parts.patronymic, asWritten);
	return {
		surname: normaliseName(parts.surname, asWritten),
		given: normaliseName(parts.given, asWritten),
		...(patronymic === '' ? {} : { patronymic })
	};
}

/** The parts of names that were kept once: nobody asks again how their letters are to be read. */
export function writtenParts(...people: (PersonName | null | undefined)[]): string[] {
	const parts = people.flatMap((name) => (name ? [name.surname, name.given, name.patronymic ?? ''] : []));
	return parts.filter((part) => part !== '');
}
