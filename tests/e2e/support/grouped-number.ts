/** A number as screens show it, in groups of four or in one, for a pattern. */
export const groupedText = (number: string): string => number.replace(/(\d{4})(?=\d)/g, '$1\\s?');

export const groupedNumber = (number: string): RegExp => new RegExp(groupedText(number));
