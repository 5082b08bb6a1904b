const TIME = /^(\d{1,2})(?:\s*[:.\-]\s*(\d{2})|(\d{2}))?$/;

/** Minutes since midnight of a time as people type it: `9`, `9:00`, `09.00`, `9-30`, `0930`; `24:00` is midnight at the end. */
export function typedTime(text: string): number | null {
	const found = TIME.exec(text.trim());
	if (!found) return null;
	const [hours, minutes] = [Number(found[1]), Number(found[2] ?? found[3] ?? 0)];
	const total = hours * 60 + minutes;
	return minutes < 60 && total <= 1440 ? total : null;
}

/** `09:00`, and `24:00` for the end of a day, as it can be typed again. */
export const timeOf = (minutes: number): string =>
	`${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Times of a day in one line, with commas, semicolons or blanks between them. Not read: the first piece that is no time. */
export function typedTimes(text: string): { ok: true; times: number[] } | { ok: false; wrong: string } {
	const pieces = text.split(/[,;\s]+/).filter(Boolean);
	const wrong = pieces.find((piece) => (typedTime(piece) ?? 1440) === 1440);
	if (wrong !== undefined) return { ok: false, wrong };
	return { ok: true, times: pieces.map((piece) => typedTime(piece)!) };
}
